import { signal } from '@angular/core';
import { ProblemError } from '../problems/problem-error';

/** What a page reads from the server: how that goes, and what came last. A later reading overtakes an earlier one. */
export class Reading<T> {
  private readonly held = signal<T | null>(null);
  private readonly course = signal<'loading' | 'ready' | 'failed' | 'refused'>('loading');
  private readonly readAt = signal(0);
  private turn = 0;

  readonly value = this.held.asReadonly();
  readonly status = this.course.asReadonly();
  /** When the value came, in milliseconds. */
  readonly at = this.readAt.asReadonly();

  /** What stands stays while it is read anew, and when that fails. */
  async read(fetch: () => Promise<T>): Promise<void> {
    const turn = ++this.turn;
    if (this.course() !== 'ready') this.course.set('loading');
    try {
      const value = await fetch();
      if (turn !== this.turn) return;
      this.set(value);
    } catch (error) {
      if (turn !== this.turn || this.course() === 'ready') return;
      const code = error instanceof ProblemError ? error.code : 'internal';
      const refused = code === 'not-found' || code === 'forbidden' || code === 'validation-failed';
      this.course.set(refused ? 'refused' : 'failed');
    }
  }

  /** Something else is to be read: what stood is of no use. */
  forget(): void {
    this.turn += 1;
    this.held.set(null);
    this.course.set('loading');
  }

  /** What was learnt in another way. */
  set(value: T): void {
    this.held.set(value);
    this.readAt.set(Date.now());
    this.course.set('ready');
  }
}
