import { computed, signal, untracked } from '@angular/core';

interface Page<T> {
  items: T[];
  next: string | null;
}

/** A list that is read page by page, and anew when other things are asked for: an answer to an older question is not shown once the newer one is answered, or is not. */
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
  load(): Promise<void> {
    return untracked(() => this.begin());
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
    if (mine === this.question) this.show({ items, next: cursor });
  }

  /** Reads only the first page again: what is `behind` its last item stays as it is. */
  async refreshTop(behind: (one: T, last: T) => boolean): Promise<void> {
    if (this.course() !== 'ready') return this.load();
    const mine = ++this.question;
    const page = await this.read().catch(() => null);
    if (!page || mine !== this.question) return;
    const last = page.items.at(-1);
    const rest = last && page.next ? this.kept().filter((one) => behind(one, last)) : [];
    if (rest.length === 0) this.show(page);
    else this.show({ items: [...page.items, ...rest], next: this.cursor() });
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

  private async begin(): Promise<void> {
    const mine = ++this.question;
    this.course.set('loading');
    // What stands meanwhile goes no further.
    this.cursor.set(null);
    try {
      const page = await this.read();
      if (mine !== this.question) return;
      this.show(page);
      this.course.set('ready');
    } catch {
      if (mine !== this.question) return;
      this.show({ items: [], next: null });
      this.course.set('failed');
    }
  }

  private show({ items, next }: Page<T>): void {
    this.kept.set(items);
    this.cursor.set(next);
    this.halted.set(false);
  }
}
