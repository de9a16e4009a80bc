import { computed, signal } from '@angular/core';

interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list that is read page by page, and anew when other things are asked for: an answer to an older question is not shown. */
export class Pages<T> {
  private readonly kept = signal<readonly T[]>([]);
  private readonly cursor = signal<string | null>(null);
  private readonly course = signal<'loading' | 'ready' | 'failed'>('loading');
  private question = 0;
  private reading = false;

  readonly items = this.kept.asReadonly();
  readonly status = this.course.asReadonly();
  readonly hasMore = computed(() => this.cursor() !== null);

  /** @param read the page after the cursor, or the first. */
  constructor(private readonly read: (cursor?: string) => Promise<Page<T>>) {}

  async load(): Promise<void> {
    const mine = ++this.question;
    this.course.set('loading');
    try {
      const page = await this.read();
      if (mine !== this.question) return;
      this.kept.set(page.items);
      this.cursor.set(page.next);
      this.course.set('ready');
    } catch {
      if (mine === this.question) this.course.set('failed');
    }
  }

  /** Reads again as far as the list goes; what stands stays meanwhile, and when that fails. */
  async refresh(): Promise<void> {
    if (this.course() !== 'ready') return this.load();
    const mine = ++this.question;
    const items: T[] = [];
    let cursor: string | null = null;
    try {
      do {
        const page: Page<T> = await this.read(cursor ?? undefined);
        items.push(...page.items);
        cursor = page.next;
      } while (cursor !== null && items.length < this.kept().length);
    } catch {
      return;
    }
    if (mine !== this.question) return;
    this.kept.set(items);
    this.cursor.set(cursor);
  }

  async loadMore(): Promise<void> {
    const cursor = this.cursor();
    if (cursor === null || this.reading) return;
    const mine = this.question;
    this.reading = true;
    try {
      const page = await this.read(cursor);
      if (mine !== this.question) return;
      this.kept.update((kept) => [...kept, ...page.items]);
      this.cursor.set(page.next);
    } catch {
      // The button stays: whoever wants more asks again.
    } finally {
      this.reading = false;
    }
  }
}
