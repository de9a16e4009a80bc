import { inject, Injectable } from '@angular/core';
import { Collection, StreamHead } from '@cartable/contract';
import { CollectionsApi } from './collections-api';

/** Reads the whole list, page by page; `stream` was read before its first row, so that nothing is missed from there on. */
@Injectable({ providedIn: 'root' })
export class CollectionsLoader {
  private readonly api = inject(CollectionsApi);

  async all(): Promise<{ collections: Collection[]; stream: StreamHead }> {
    let page = await this.api.page();
    const { stream } = page;
    const collections = [...page.items];
    while (page.next !== null) {
      page = await this.api.page(page.next);
      collections.push(...page.items);
    }
    return { collections, stream };
  }
}
