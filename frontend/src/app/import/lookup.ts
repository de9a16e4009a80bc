import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { ShareCodePreview } from '@cartable/contract';
import { ShareCodesApi } from '../core/collections/share-codes-api';
import { ProblemError } from '../core/problems/problem-error';
import { problemKey } from '../core/problems/problem-text';
import { Countdown } from '../ui/countdown';

/** What the page knows of the code in its field. */
export type Finding =
  | {
      state:
        | 'none'
        | 'looking'
        | 'unknown'
        | 'used-up'
        | 'waiting'
        | 'offline'
        | 'signed-out'
        | 'queued';
    }
  | { state: 'found'; preview: ShareCodePreview }
  | { state: 'failed'; text: string };

const A_WHILE_S = 60;

const states: Partial<
  Record<ProblemError['code'], 'unknown' | 'used-up' | 'waiting' | 'offline' | 'signed-out'>
> = {
  'share-code-unknown': 'unknown',
  'not-found': 'unknown',
  'share-code-used-up': 'used-up',
  'too-many-attempts': 'waiting',
  offline: 'offline',
  'not-signed-in': 'signed-out',
  'session-ended': 'signed-out',
};

/** Looks codes up, one at a time: the answer to a code that is no longer in the field is dropped. */
@Injectable()
export class Lookup {
  private readonly api = inject(ShareCodesApi);
  private readonly known = signal<Finding>({ state: 'none' });
  private asked = 0;

  readonly finding = this.known.asReadonly();
  readonly countdown = new Countdown();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.asked++);
  }

  clear(): void {
    this.asked++;
    this.known.set({ state: 'none' });
  }

  async look(code: string): Promise<void> {
    const mine = ++this.asked;
    if (this.countdown.left() > 0) return this.known.set({ state: 'waiting' });
    this.known.set({ state: 'looking' });
    try {
      const preview = await this.api.preview(code);
      if (mine === this.asked) this.known.set({ state: 'found', preview });
    } catch (error) {
      if (mine === this.asked) this.refuse(error);
    }
  }

  refuse(error: unknown): void {
    this.known.set(this.understand(error));
  }

  queued(): void {
    this.known.set({ state: 'queued' });
  }

  private understand(error: unknown): Finding {
    const code = error instanceof ProblemError ? error.code : 'internal';
    const state = states[code];
    if (state === 'waiting' && error instanceof ProblemError) {
      this.countdown.start(error.problem?.retryAfter ?? A_WHILE_S);
    }
    return state ? { state } : { state: 'failed', text: problemKey(error) };
  }
}
