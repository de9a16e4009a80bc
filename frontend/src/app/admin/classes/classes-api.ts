import { inject, Injectable } from '@angular/core';
import {
  AdminClass,
  AdminClassPage,
  AdminClassWithMembers,
  ClassesArchived,
  ClassPatch,
  limits,
} from '@cartable/contract';
import { Api, Query } from '../../core/http/api';

/** The calls about the school's classes. */
@Injectable({ providedIn: 'root' })
export class AdminClassesApi {
  private readonly api = inject(Api);

  page(query: Query): Promise<AdminClassPage> {
    return this.api.get('admin/classes', AdminClassPage, query);
  }

  /** Every class of this year. */
  async all(): Promise<AdminClass[]> {
    const classes: AdminClass[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await this.page({ limit: limits.page, cursor });
      classes.push(...items);
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    return classes;
  }

  read(id: string): Promise<AdminClassWithMembers> {
    return this.api.get(`admin/classes/${id}`, AdminClassWithMembers);
  }

  create(name: string): Promise<AdminClassWithMembers> {
    return this.api.send('POST', 'admin/classes', AdminClassWithMembers, { name });
  }

  change(id: string, patch: ClassPatch): Promise<AdminClassWithMembers> {
    return this.api.send('PATCH', `admin/classes/${id}`, AdminClassWithMembers, patch);
  }

  /** Every class of this year. */
  archiveAll(): Promise<ClassesArchived> {
    return this.api.send('POST', 'admin/classes/archive', ClassesArchived);
  }

  add(id: string, personId: string): Promise<void> {
    return this.api.tell('PUT', `admin/classes/${id}/members/${personId}`);
  }

  remove(id: string, personId: string): Promise<void> {
    return this.api.tell('DELETE', `admin/classes/${id}/members/${personId}`);
  }
}
