import { computed, signal, untracked } from '@angular/core';

interface Page<T> {
  items: T[];
  next: string | null;
}

/**
 * A list that is read page by page, and anew when other things are asked for: an answer to an older question is not shown once the newer
 * one is answered, or is not. A reading tells whether its answer is shown.
 */
export class Pages<T> {
  private readonly kept = signal<readonly T[]>([]);
  private readonly cursor = signal<string | null>(null);
  private readonly course = signal<'loading' | 'ready' | 'failed'>('loading');
  private readonly halted = signal(false);
  private question = 0;
  private reading = false;

  readonly items = this.kept.asReadonly();
  readonly status = this.course.asReadonly();
  readonly hasMore = computed(() => this.cursor() !== null);
  /** What comes after the items was asked for in vain. */
  readonly stuck = this.halted.asReadonly();

  /** @param read the page after the cursor, or the first. */
  constructor(private readonly read: (cursor?: string) => Promise<Page<T>>) {}

  /** An effect that calls it depends on nothing of what it reads. */
  load(): Promise<boolean> {
    return untracked(() => this.begin());
  }

  /** Reads again as far as the list goes; what stands stays meanwhile, and when that fails. */
  async refresh(): Promise<boolean> {
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
      return false;
    }
    if (mine !== this.question) return false;
    return this.show({ items, next: cursor });
  }

  /** Reads only the first page again: what is `behind` its last item stays as it is. */
  async refreshTop(behind: (one: T, last: T) => boolean): Promise<boolean> {
    if (this.course() !== 'ready') return this.load();
    const mine = ++this.question;
    const page = await this.read().catch(() => null);
    if (!page || mine !== this.question) return false;
    const last = page.items.at(-1);
    const rest = last && page.next ? this.kept().filter((one) => behind(one, last)) : [];
    if (rest.length === 0) return this.show(page);
    return this.show({ items: [...page.items, ...rest], next: this.cursor() });
  }

  /** An answer that the list has overtaken does not fit its end any more: what comes after the new end is asked for instead. */
  async loadMore(): Promise<void> {
    const cursor = this.cursor();
    if (cursor === null || this.reading) return;
    const mine = this.question;
    this.reading = true;
    const page = await this.read(cursor).catch(() => null);
    this.reading = false;
    if (mine !== this.question || cursor !== this.cursor()) return this.loadMore();
    if (page) this.show({ ...page, items: [...this.kept(), ...page.items] });
    else this.halted.set(true);
  }

  private async begin(): Promise<boolean> {
    const mine = ++this.question;
    this.course.set('loading');
    // What stands meanwhile goes no further.
    this.cursor.set(null);
    try {
      const page = await this.read();
      if (mine !== this.question) return false;
      this.course.set('ready');
      return this.show(page);
    } catch {
      if (mine !== this.question) return false;
      this.show({ items: [], next: null });
      this.course.set('failed');
      return false;
    }
  }

  private show({ items, next }: Page<T>): true {
    this.kept.set(items);
    this.cursor.set(next);
    this.halted.set(false);
    return true;
  }
}
