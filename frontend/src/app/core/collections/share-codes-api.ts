import { inject, Injectable } from '@angular/core';
import {
  ImportResult,
  limits,
  NewShareCodeBody,
  ShareCode,
  ShareCodePage,
  ShareCodePreview,
  ShareCodeUsePage,
} from '@cartable/contract';
import { Api } from '../http/api';

/** The calls about share codes. A typed code may hold anything, and is escaped. */
@Injectable({ providedIn: 'root' })
export class ShareCodesApi {
  private readonly api = inject(Api);

  list(collectionId: string, cursor?: string): Promise<ShareCodePage> {
    return this.api.get(`collections/${collectionId}/share-codes`, ShareCodePage, { cursor });
  }

  create(collectionId: string, body: NewShareCodeBody): Promise<ShareCode> {
    return this.api.send('POST', `collections/${collectionId}/share-codes`, ShareCode, body);
  }

  revoke(code: string): Promise<void> {
    return this.api.tell('DELETE', path(code));
  }

  preview(code: string): Promise<ShareCodePreview> {
    return this.api.get(path(code), ShareCodePreview);
  }

  import(code: string): Promise<ImportResult> {
    return this.api.send('POST', `${path(code)}/import`, ImportResult, {});
  }

  uses(code: string, cursor?: string): Promise<ShareCodeUsePage> {
    return this.api.get(`${path(code)}/uses`, ShareCodeUsePage, { limit: limits.page, cursor });
  }
}

const path = (code: string) => `share-codes/${encodeURIComponent(code)}`;
