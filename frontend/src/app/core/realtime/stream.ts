import { Injectable, signal } from '@angular/core';
import { StreamHead } from '@cartable/contract';
import { concatMap, EMPTY, Observable, Subject } from 'rxjs';
import { Arrival, StreamEvent } from './arrival';
import { order } from './stream-order';

type Ordered = Extract<Arrival, { kind: 'event' | 'reset' }>;
interface Waiting {
  arrival: Ordered;
  /** Tells the server that it may send on. */
  done: () => void;
}

/**
 * The person's journal as this page has applied it: `events` gives each event once, in order, without gaps. After a reset the
 * state is read again over HTTP first; what arrives meanwhile waits.
 */
@Injectable({ providedIn: 'root' })
export class Stream {
  private readonly waiting = new Subject<Waiting>();
  private readonly applied = new Subject<StreamEvent>();
  private readonly lost = new Subject<void>();
  private readonly resets = new Subject<void>();
  private readonly standing = signal<StreamHead | null>(null);
  private readonly reloads: (() => Promise<void>)[] = [];

  /** Null until the state has been read for the first time. */
  readonly position = this.standing.asReadonly();
  readonly events: Observable<StreamEvent> = this.applied.asObservable();
  /** There is a gap: connect again, from `position`. */
  readonly gaps = this.lost.asObservable();
  readonly reloaded = this.resets.asObservable();

  constructor() {
    this.waiting.pipe(concatMap((one) => this.take(one))).subscribe();
  }

  /** `reload` reads over HTTP what a part of the page shows, when the journal can't bridge the gap. */
  onReset(reload: () => Promise<void>): void {
    this.reloads.push(reload);
  }

  /** The state was read; everything up to `head` is in it. A stream that runs already knows better where it stands. */
  startFrom(head: StreamHead): void {
    this.standing.update((standing) => standing ?? head);
  }

  stop(): void {
    this.standing.set(null);
  }

  push(arrival: Ordered, done: () => void): void {
    this.waiting.next({ arrival, done });
  }

  private take({ arrival, done }: Waiting): Observable<never> | Promise<void> {
    const position = this.standing();
    if (!position) return EMPTY;
    const verdict = order(position, { kind: arrival.kind, ...arrival.head });
    if (verdict.act === 'reload') return this.reload(verdict.position, done);
    if (verdict.act === 'reconnect') {
      this.lost.next();
      return EMPTY;
    }
    if (verdict.act === 'apply') {
      this.standing.set(verdict.position);
      if (arrival.kind === 'event' && arrival.event) this.applied.next(arrival.event);
    }
    done();
    return EMPTY;
  }

  private async reload(head: StreamHead, done: () => void): Promise<void> {
    const before = this.standing();
    try {
      await Promise.all(this.reloads.map((reload) => reload()));
      // Whoever signed out or in meanwhile has a stream of their own.
      if (this.standing() !== before) return;
      this.standing.set(head);
      this.resets.next();
      done();
    } catch {
      this.lost.next();
    }
  }
}
