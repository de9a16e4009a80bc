import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Notification, NotificationPage, SeenBody } from '@cartable/contract';
import { Api } from '../http/api';
import { Stream } from '../realtime/stream';
import { Session } from '../session/session';
import { noticeOf } from './notice-of';

/** What the toasts said, kept: newest first, growing as events arrive. */
@Injectable({ providedIn: 'root' })
export class Notifications {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly kept = signal<readonly Notification[]>([]);
  private readonly seen = signal(0);
  private readonly next = signal<string | null>(null);
  private readonly course = signal<'idle' | 'loading' | 'ready' | 'failed'>('idle');
  private reading: Promise<void> | undefined;

  readonly items = computed(() => [...this.kept()]);
  readonly unseen = computed(() => this.kept().filter(({ seq }) => seq > this.seen()).length);
  readonly hasMore = computed(() => this.next() !== null);
  readonly status = this.course.asReadonly();

  constructor() {
    const stream = inject(Stream);
    stream.onReset(() => this.read());
    stream.events.subscribe((event) => {
      const notice = noticeOf(event);
      if (notice) this.add([notice]);
    });
    const personId = computed(() => this.session.person()?.id);
    effect(() => {
      const id = personId();
      untracked(() => {
        this.clear();
        if (id) void this.load();
      });
    });
  }

  /** Reads the newest ones, unless they are known: from then on the stream keeps them up to date. */
  async load(): Promise<void> {
    if (this.course() === 'ready' || this.course() === 'loading' || !this.session.person()) return;
    this.course.set('loading');
    await this.read().catch(() => this.course.set('failed'));
  }

  async loadMore(): Promise<void> {
    const cursor = this.next();
    if (cursor === null || this.reading) return;
    this.reading = this.page(cursor).finally(() => (this.reading = undefined));
    // The button stays: whoever wants more asks again.
    await this.reading.catch(() => undefined);
  }

  async markSeen(): Promise<void> {
    const seq = this.kept()[0]?.seq ?? 0;
    if (seq <= this.seen()) return;
    this.seen.set(seq);
    const body: SeenBody = { seq };
    // Not worth a word: the next visit to the list says it again.
    await this.api.tell('PUT', 'notifications/seen', body).catch(() => undefined);
  }

  private async read(): Promise<void> {
    await this.page();
    this.course.set('ready');
  }

  /** The first page, or the one after `cursor`. */
  private async page(cursor?: string): Promise<void> {
    const whose = this.session.person()?.id;
    const page = await this.api.get('notifications', NotificationPage, { cursor });
    if (this.session.person()?.id !== whose) return;
    if (cursor === undefined) {
      // Events may have come in while it was read; older ones than the page are read when asked for.
      const newest = page.items[0]?.seq ?? 0;
      this.kept.update((kept) => kept.filter(({ seq }) => seq > newest));
    }
    this.add(page.items);
    this.next.set(page.next);
    this.seen.update((seen) => Math.max(seen, page.seen));
  }

  private add(notices: readonly Notification[]): void {
    this.kept.update((kept) => {
      const bySeq = new Map([...kept, ...notices].map((notice) => [notice.seq, notice]));
      return [...bySeq.values()].sort((one, other) => other.seq - one.seq);
    });
  }

  private clear(): void {
    this.kept.set([]);
    this.seen.set(0);
    this.next.set(null);
    this.course.set('idle');
  }
}
