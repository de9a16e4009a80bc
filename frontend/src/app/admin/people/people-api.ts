import { inject, Injectable } from '@angular/core';
import {
  AdminPerson,
  Erased,
  ErasureQuery,
  FirstCards,
  FirstPassword,
  NewPersonBody,
  PeopleImportBody,
  PeopleImported,
  PeoplePage,
  limits,
  PersonPatch,
  SignedOut,
} from '@cartable/contract';
import { Api, Query } from '../../core/http/api';

/** The calls about the school's accounts. */
@Injectable({ providedIn: 'root' })
export class PeopleApi {
  private readonly api = inject(Api);

  page(query: Query): Promise<PeoplePage> {
    return this.api.get('admin/people', PeoplePage, query);
  }

  read(id: string): Promise<AdminPerson> {
    return this.api.get(`admin/people/${id}`, AdminPerson);
  }

  create(body: NewPersonBody): Promise<FirstPassword> {
    return this.api.send('POST', 'admin/people', FirstPassword, body);
  }

  change(id: string, patch: PersonPatch): Promise<AdminPerson> {
    return this.api.send('PATCH', `admin/people/${id}`, AdminPerson, patch);
  }

  resetPassword(id: string): Promise<FirstPassword> {
    return this.api.send('POST', `admin/people/${id}/first-password`, FirstPassword);
  }

  signOut(id: string): Promise<SignedOut> {
    return this.api.send('POST', `admin/people/${id}/sign-out`, SignedOut);
  }

  /** Lines of a school's file, or what would come of them. */
  import(body: PeopleImportBody): Promise<PeopleImported> {
    return this.api.send('POST', 'admin/people/imports', PeopleImported, body);
  }

  /** New cards for those of them who have no password of their own. */
  renewCards(ids: string[]): Promise<FirstCards> {
    return this.api.send('POST', 'admin/people/first-cards', FirstCards, { ids });
  }

  /** Everybody of the query, however many pages that are. */
  async idsOf(query: Query): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await this.page({ ...query, limit: limits.page, cursor });
      ids.push(...items.map(({ id }) => id));
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    return ids;
  }

  exportAll(query: Query): Promise<Blob> {
    return this.api.file('admin/people/export', query);
  }

  export(id: string): Promise<Blob> {
    return this.api.file(`admin/people/${id}/export`);
  }

  erase(id: string, { collections }: ErasureQuery): Promise<Erased> {
    return this.api.send('DELETE', `admin/people/${id}?collections=${collections}`, Erased);
  }
}
