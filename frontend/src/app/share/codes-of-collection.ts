import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NewShareCodeBody, ShareCode } from '@cartable/contract';
import { ShareCodesApi } from '../core/collections/share-codes-api';
import { ProblemError } from '../core/problems/problem-error';
import { Live } from '../core/realtime/live';
import { Stream } from '../core/realtime/stream';
import { Reading } from './reading';

/** The share codes of one collection, newest first; their uses count up as pupils import. */
@Injectable()
export class CodesOfCollection {
  private readonly api = inject(ShareCodesApi);
  private readonly known = signal<readonly ShareCode[]>([]);
  private readonly course = signal<'loading' | 'ready' | 'failed' | 'refused'>('loading');

  private readonly reading = new Reading(() => this.read());
  private collectionId = '';

  readonly all = this.known.asReadonly();
  readonly status = this.course.asReadonly();
  readonly none = computed(() => this.status() === 'ready' && this.all().length === 0);

  constructor() {
    const live = inject(Live);
    live
      .on('shareCodeUsed')
      .pipe(takeUntilDestroyed())
      .subscribe(({ code, uses }) => {
        this.reading.disturb();
        this.change(code, (known) => ({ uses: Math.max(known.uses, uses) }));
      });
    live
      .on('shareCodeRevoked')
      .pipe(takeUntilDestroyed())
      .subscribe(({ code, revokedAt }) => {
        this.reading.disturb();
        this.change(code, () => ({ revokedAt }));
        // An administrator may have put another in its place.
        if (this.all().some((one) => one.code === code)) void this.load(this.collectionId);
      });
    // Kept, unlike live words: it arrives on whichever instance an administrator acts.
    inject(Stream)
      .events.pipe(takeUntilDestroyed())
      .subscribe(({ name, data }) => {
        const isOurs = name === 'collectionModerated' && data.collectionId === this.collectionId;
        if (isOurs) void this.reading.anew();
      });
  }

  async load(collectionId: string): Promise<void> {
    this.collectionId = collectionId;
    if (this.status() !== 'ready') this.course.set('loading');
    await this.reading.anew();
  }

  async create(collectionId: string, wishes: NewShareCodeBody): Promise<ShareCode> {
    const made = await this.api.create(collectionId, wishes);
    this.known.update((codes) => [made, ...codes]);
    return made;
  }

  async revoke(code: string): Promise<void> {
    await this.api.revoke(code);
    this.change(code, () => ({ revokedAt: new Date().toISOString() }));
  }

  private async read(): Promise<void> {
    const { collectionId } = this;
    try {
      const { items } = await this.api.list(collectionId);
      if (collectionId !== this.collectionId) return;
      this.known.set(items);
      this.course.set('ready');
    } catch (error) {
      const code = error instanceof ProblemError ? error.code : 'internal';
      const refused = code === 'not-found' || code === 'forbidden' || code === 'validation-failed';
      if (this.status() !== 'ready') this.course.set(refused ? 'refused' : 'failed');
    }
  }

  private change(code: string, change: (known: ShareCode) => Partial<ShareCode>): void {
    this.known.update((codes) =>
      codes.map((one) => (one.code === code ? { ...one, ...change(one) } : one)),
    );
  }
}
