import { signal, untracked } from '@angular/core';
import { ProblemError } from '../problems/problem-error';

/** What a page reads from the server: how that goes, and what came last. A later reading overtakes an earlier one. */
export class Reading<T> {
  private readonly held = signal<T | null>(null);
  private readonly course = signal<'loading' | 'ready' | 'failed' | 'refused'>('loading');
  private readonly readAt = signal(0);
  private readonly inVain = signal(false);
  private turn = 0;

  readonly value = this.held.asReadonly();
  readonly status = this.course.asReadonly();
  /** When the value came, in milliseconds. */
  readonly at = this.readAt.asReadonly();
  /** The last reading brought nothing: what stands, if anything does, is from before. */
  readonly missed = this.inVain.asReadonly();

  /**
   * What stands stays while it is read anew, and when that fails; it goes when it is no longer there, or not for this person.
   * An effect that calls it depends on nothing of what it reads: it would run again with each answer, and never end.
   */
  read(fetch: () => Promise<T>): Promise<void> {
    return untracked(() => this.readNow(fetch));
  }

  /** Something else is to be read: what stood is of no use. */
  forget(): void {
    this.turn += 1;
    this.held.set(null);
    this.inVain.set(false);
    this.course.set('loading');
  }

  /** What was learnt in another way. */
  set(value: T): void {
    this.held.set(value);
    this.readAt.set(Date.now());
    this.inVain.set(false);
    this.course.set('ready');
  }

  private async readNow(fetch: () => Promise<T>): Promise<void> {
    const turn = ++this.turn;
    if (this.course() !== 'ready') this.course.set('loading');
    try {
      const value = await fetch();
      if (turn !== this.turn) return;
      this.set(value);
    } catch (error) {
      if (turn !== this.turn) return;
      this.inVain.set(true);
      const code = error instanceof ProblemError ? error.code : 'internal';
      const refused = code === 'not-found' || code === 'forbidden' || code === 'validation-failed';
      if (refused) this.held.set(null);
      if (refused || this.course() !== 'ready') this.course.set(refused ? 'refused' : 'failed');
    }
  }
}
