import { inject, Injectable } from '@angular/core';
import { ContentCaseInFull, ContentPage, ContentState } from '@cartable/contract';
import { Api } from '../../core/http/api';

/** The calls about collections that were reported or hidden. */
@Injectable({ providedIn: 'root' })
export class ContentApi {
  private readonly api = inject(Api);

  page(
    state: ContentState,
    { cursor, limit }: { cursor?: string; limit?: number },
  ): Promise<ContentPage> {
    return this.api.get('admin/content', ContentPage, { state, cursor, limit });
  }

  read(id: string): Promise<ContentCaseInFull> {
    return this.api.get(`admin/content/${id}`, ContentCaseInFull);
  }

  hide(id: string, reason: string): Promise<void> {
    return this.api.tell('POST', `admin/content/${id}/hide`, { reason });
  }

  restore(id: string): Promise<void> {
    return this.api.tell('POST', `admin/content/${id}/restore`, {});
  }

  close(id: string): Promise<void> {
    return this.api.tell('POST', `admin/content/${id}/close`, {});
  }

  message(id: string, text: string): Promise<void> {
    return this.api.tell('POST', `admin/content/${id}/messages`, { text });
  }
}
