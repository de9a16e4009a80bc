import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  ClassProgress,
  formatShareCode,
  readShareCode,
  ShareCode,
  ShareCodeUse,
} from '@cartable/contract';
import { filter } from 'rxjs';
import { ClassesApi } from '../core/classes/classes-api';
import { ShareCodesApi } from '../core/collections/share-codes-api';
import { Live } from '../core/realtime/live';
import { Stream } from '../core/realtime/stream';
import { arrived } from './class-progress';
import { codeState } from './code-state';
import { Reading } from './reading';

/** What a board shows of one code: read when the board opens or comes back, and told live where live words arrive. */
@Injectable()
export class BoardState {
  private readonly api = inject(ShareCodesApi);
  private readonly classes = inject(ClassesApi);
  private readonly found = signal<ShareCode | null>(null);
  private readonly heard = signal<readonly ShareCodeUse[]>([]);
  private readonly holding = signal(0);
  private readonly filling = signal<ClassProgress | null>(null);
  private readonly course = signal<'loading' | 'ready' | 'failed'>('loading');
  private readonly now = signal(Date.now());
  private readonly lastRead = signal(0);
  private readonly reading = new Reading(() => this.read());
  private asked = '';
  private collection: string | undefined;

  readonly status = this.course.asReadonly();
  readonly code = this.found.asReadonly();
  /** Who came with it and still has the collection, newest first. */
  readonly uses = this.heard.asReadonly();
  /** How many they are. */
  readonly have = this.holding.asReadonly();
  /** How far its class has come; null for a code that is open to all. */
  readonly progress = this.filling.asReadonly();
  readonly at = this.lastRead.asReadonly();
  readonly state = computed(() => {
    const code = this.code();
    return code ? codeState(code, this.now()) : 'active';
  });

  constructor() {
    const live = inject(Live);
    live
      .on('shareCodeUsed')
      .pipe(
        filter(({ code }) => code === this.asked),
        takeUntilDestroyed(),
      )
      .subscribe(({ uses, by, personId, at }) => {
        this.reading.disturb();
        this.filling.update((progress) => progress && arrived(progress, personId));
        this.change((code) => ({ uses: Math.max(code.uses, uses) }));
        this.heard.update((known) => [{ displayName: by, importedAt: at }, ...known]);
        this.holding.update((have) => have + 1);
      });
    live
      .on('shareCodeRevoked')
      .pipe(
        filter(({ code }) => code === this.asked),
        takeUntilDestroyed(),
      )
      .subscribe(({ revokedAt }) => {
        this.reading.disturb();
        this.change(() => ({ revokedAt }));
        // Some may have lost the collection with it.
        void this.reading.anew();
      });
    // Kept, unlike live words: it arrives on whichever instance an administrator acts.
    inject(Stream)
      .events.pipe(
        filter(({ name, data }) => name === 'collectionModerated' && data.code === this.asked),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.reading.anew());
  }

  async load(typed: string, collection: string | undefined): Promise<void> {
    const reading = readShareCode(typed);
    if (reading.state !== 'complete') return this.course.set('failed');
    const code = formatShareCode(reading.code);
    if (code !== this.asked) this.begin(code);
    this.collection = collection;
    await this.reading.anew();
  }

  /** The clock went on: a code may have expired meanwhile. */
  tick(): void {
    this.now.set(Date.now());
  }

  private async read(): Promise<void> {
    const { asked: code, collection } = this;
    try {
      const [found, { items, have }] = await Promise.all([
        this.find(code, collection),
        this.api.uses(code),
      ]);
      const progress = found?.class ? await this.classes.progress(code) : null;
      if (code !== this.asked) return;
      this.tick();
      this.lastRead.set(this.now());
      this.found.set(found);
      this.heard.set(items);
      this.holding.set(have);
      this.filling.set(progress);
      this.course.set(found ? 'ready' : 'failed');
    } catch {
      // What stands on the board stays there: the next connection reads again.
      if (code === this.asked && this.status() === 'loading') this.course.set('failed');
    }
  }

  private begin(code: string): void {
    this.asked = code;
    this.found.set(null);
    this.heard.set([]);
    this.holding.set(0);
    this.filling.set(null);
    this.course.set('loading');
  }

  private async find(code: string, collection: string | undefined): Promise<ShareCode | null> {
    const id = collection ?? (await this.api.preview(code)).collectionId;
    if (!id) return null;
    let cursor: string | undefined;
    do {
      const page = await this.api.list(id, cursor);
      const found = page.items.find((one) => one.code === code);
      if (found) return found;
      cursor = page.next ?? undefined;
    } while (cursor);
    return null;
  }

  private change(change: (code: ShareCode) => Partial<ShareCode>): void {
    this.found.update((code) => code && { ...code, ...change(code) });
  }
}
