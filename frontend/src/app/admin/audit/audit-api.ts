import { inject, Injectable } from '@angular/core';
import { AuditFilter, AuditPage } from '@cartable/contract';
import { Api } from '../../core/http/api';

/** The calls about the audit. */
@Injectable({ providedIn: 'root' })
export class AuditApi {
  private readonly api = inject(Api);

  page(filter: AuditFilter, cursor?: string): Promise<AuditPage> {
    return this.api.get('admin/audit', AuditPage, { ...filter, cursor });
  }

  file(filter: AuditFilter, format: 'csv' | 'json'): Promise<Blob> {
    return this.api.file('admin/audit/export', { ...filter, format });
  }
}
