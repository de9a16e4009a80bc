import { inject, Injectable } from '@angular/core';
import { AdminClassPage, AdminClassWithMembers, ClassPatch } from '@cartable/contract';
import { Api, Query } from '../../core/http/api';

/** The calls about the school's classes. */
@Injectable({ providedIn: 'root' })
export class AdminClassesApi {
  private readonly api = inject(Api);

  page(query: Query): Promise<AdminClassPage> {
    return this.api.get('admin/classes', AdminClassPage, query);
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

  add(id: string, personId: string): Promise<void> {
    return this.api.tell('PUT', `admin/classes/${id}/members/${personId}`);
  }

  remove(id: string, personId: string): Promise<void> {
    return this.api.tell('DELETE', `admin/classes/${id}/members/${personId}`);
  }
}
