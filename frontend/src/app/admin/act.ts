import { signal } from '@angular/core';
import { problemKey } from '../core/problems/problem-text';

/** What somebody does here, one thing at a time: whether it is under way, and then what came of it or why it was refused. */
export class Act {
  private readonly running = signal(false);
  private readonly said = signal('');
  private readonly why = signal('');

  readonly busy = this.running.asReadonly();
  /** What was done, in words. */
  readonly done = this.said.asReadonly();
  /** The key of why it was not. */
  readonly refused = this.why.asReadonly();

  /** Tells whether it was done. What is asked for while something is under way is not. */
  async run(work: () => Promise<unknown>, done = ''): Promise<boolean> {
    if (this.running()) return false;
    this.running.set(true);
    this.said.set('');
    this.why.set('');
    try {
      await work();
      this.said.set(done);
      return true;
    } catch (error) {
      this.why.set(problemKey(error));
      return false;
    } finally {
      this.running.set(false);
    }
  }

  /** What was done elsewhere, in a dialog of its own. */
  say(done: string): void {
    this.said.set(done);
    this.why.set('');
  }
}
