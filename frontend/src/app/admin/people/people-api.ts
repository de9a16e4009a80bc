import { inject, Injectable } from '@angular/core';
import {
  AdminPerson,
  Erased,
  ErasureQuery,
  FirstPassword,
  NewPersonBody,
  PeoplePage,
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

  export(id: string): Promise<Blob> {
    return this.api.file(`admin/people/${id}/export`);
  }

  erase(id: string, { collections }: ErasureQuery): Promise<Erased> {
    return this.api.send('DELETE', `admin/people/${id}?collections=${collections}`, Erased);
  }
}
