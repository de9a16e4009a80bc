import { DOCUMENT } from '@angular/common';
import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { EventName } from '@cartable/contract';
import { filter, fromEvent, interval, map, merge, of, switchMap, timer } from 'rxjs';
import { Session } from '../session/session';
import { Link } from './link';
import { Stream } from './stream';

const PATIENCE_MS = 3_000;
const HEARTBEAT_MS = 25_000;

/** What a person may know of the connection. Short interruptions are nobody's business. */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly link = inject(Link);
  private readonly session = inject(Session);
  private readonly stream = inject(Stream);
  private readonly document = inject(DOCUMENT);
  private readonly missingSince = signal<number | null>(Date.now());
  private readonly ping = signal<number | null>(null);
  private readonly latest = signal<{ name: EventName | 'reset'; at: number } | null>(null);
  private readonly signedOut = computed(() => this.session.state() === 'signed-out');
  private readonly online = toSignal(
    merge(fromEvent(window, 'online'), fromEvent(window, 'offline')).pipe(
      map(() => navigator.onLine),
    ),
    { initialValue: navigator.onLine },
  );
  private readonly patienceLost = toSignal(
    toObservable(this.missingSince).pipe(
      switchMap((since) => (since === null ? of(false) : timer(PATIENCE_MS).pipe(map(() => true)))),
    ),
    { initialValue: false },
  );

  readonly offlineSince = computed(() => (this.signedOut() ? null : this.missingSince()));
  readonly lastPingMs = this.ping.asReadonly();
  readonly lastEvent = this.latest.asReadonly();
  readonly seq = computed(() => this.stream.position()?.seq ?? 0);
  readonly state = computed<'connected' | 'connecting' | 'offline' | 'signed-out'>(() => {
    if (this.signedOut()) return 'signed-out';
    if (this.link.connected()) return 'connected';
    return this.patienceLost() || !this.online() ? 'offline' : 'connecting';
  });

  constructor() {
    effect(() => {
      const fine = this.link.connected() || this.signedOut();
      this.missingSince.update((since) => (fine ? null : (since ?? Date.now())));
    });
    merge(
      this.stream.events.pipe(map(({ name }) => name)),
      this.stream.reloaded.pipe(map(() => 'reset' as const)),
    )
      .pipe(takeUntilDestroyed())
      .subscribe((name) => this.latest.set({ name, at: Date.now() }));
    toObservable(this.link.connected)
      .pipe(
        // Also when the page is looked at again: the device may have slept.
        switchMap((connected) =>
          connected
            ? merge(of(0), interval(HEARTBEAT_MS), fromEvent(this.document, 'visibilitychange'))
            : of(),
        ),
        filter(() => this.document.visibilityState === 'visible'),
        takeUntilDestroyed(),
      )
      // A connection that does not answer is none, whatever the device believes.
      .subscribe(() => void this.test().catch(() => this.link.reopen()));
  }

  /** The round trip of a ping, in milliseconds; rejects when the server does not answer. */
  async test(): Promise<number> {
    const ms = await this.link.ping();
    this.ping.set(ms);
    return ms;
  }
}
