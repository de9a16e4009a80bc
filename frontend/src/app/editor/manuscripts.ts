import { effect, inject, Injectable } from '@angular/core';
import { Collections } from '../core/collections/collections';
import { CollectionsApi } from '../core/collections/collections-api';
import { Connection } from '../core/realtime/connection';
import { Manuscript } from './manuscript';

/** What is being written, kept while one looks at other pages; sent again when the connection comes back. */
@Injectable({ providedIn: 'root' })
export class Manuscripts {
  private readonly open = new Map<string, Manuscript>();
  private readonly collections = inject(Collections);
  private readonly api = inject(CollectionsApi);
  private readonly connection = inject(Connection);

  constructor() {
    effect(() => {
      if (this.connection.state() !== 'connected') return;
      for (const manuscript of this.open.values()) manuscript.flush();
    });
  }

  of(id: string): Manuscript {
    const manuscript = this.open.get(id) ?? new Manuscript(id, this.collections, this.api);
    this.open.set(id, manuscript);
    return manuscript;
  }

  unsent(): boolean {
    return [...this.open.values()].some((manuscript) => manuscript.unsent());
  }
}
