import { computed, signal } from '@angular/core';
import { ProblemError } from '../core/problems/problem-error';
import { problemKey } from '../core/problems/problem-text';

type Call = () => Promise<void>;

/** Makes calls one after another. What the network refused is made again, in its order, by `again`. */
export class Outbox {
  private readonly pending = signal(0);
  private readonly waits = signal(false);
  private readonly fault = signal('');
  private waiting: Call[] = [];
  private tail: Promise<void> = Promise.resolve();

  readonly busy = computed(() => this.pending() > 0);
  /** Something waits for the network. */
  readonly offline = this.waits.asReadonly();
  /** Key of what the server said against the last call; empty when nothing. */
  readonly refused = this.fault.asReadonly();

  /** A call of its own: who asked for it hears how it went. */
  once(call: Call): Promise<void> {
    const done = this.tail.then(call);
    this.tail = done.catch(() => undefined);
    return done;
  }

  add(call: Call): void {
    this.pending.update((pending) => pending + 1);
    void this.once(call)
      .then(
        () => this.waits.set(this.waiting.length > 0),
        (error: unknown) => this.fail(error, call),
      )
      .finally(() => this.pending.update((pending) => pending - 1));
  }

  again(): void {
    for (const call of this.waiting.splice(0)) this.add(call);
  }

  forgetRefusal(): void {
    this.fault.set('');
  }

  private fail(error: unknown, call: Call): void {
    const isOffline = error instanceof ProblemError && error.code === 'offline';
    if (isOffline) this.waiting.push(call);
    else this.fault.set(problemKey(error));
    this.waits.set(this.waiting.length > 0);
  }
}
