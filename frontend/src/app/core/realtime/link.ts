import { DOCUMENT } from '@angular/common';
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Bye, Pong, ProblemBody } from '@cartable/contract';
import { Socket } from 'ngx-socket-io';
import { Subject } from 'rxjs';
import { fullJitter } from '../browser/full-jitter';
import { Session } from '../session/session';
import { LiveMessage, readArrival } from './arrival';
import { Stream } from './stream';

const ANSWER_MS = 5_000;
/** A connection that lasted so long was a good one: the next attempt may come soon. */
const STEADY_MS = 10_000;

/**
 * The one connection of this page: open while somebody is signed in and their state has been read, back by itself after every
 * interruption, never longer than the session.
 */
@Injectable({ providedIn: 'root' })
export class Link {
  private readonly socket = inject(Socket);
  private readonly session = inject(Session);
  private readonly stream = inject(Stream);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly up = signal(false);
  private readonly told = new Subject<LiveMessage>();
  private readonly wanted = computed(
    () => this.session.person()?.id !== undefined && this.stream.position() !== null,
  );
  private attempt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private bye: Bye | null = null;
  /** Milliseconds by which the server's clock is ahead of this device's: devices are minutes off, at times. */
  private ahead: number | null = null;

  readonly connected = this.up.asReadonly();
  readonly live = this.told.asObservable();
  /** When this connection, or the one before it, came about. */
  connectedAt = 0;

  /** Once, when the page starts. */
  start(): void {
    this.socket.auth = (answer: (auth: object) => void) => void this.introduce(answer);
    this.socket.on('connect', () => this.opened());
    this.socket.on('disconnect', () => void this.closed());
    this.socket.on('connect_error', (error: Error) => void this.refused(error));
    // Not `fromEvent`: it hides the acknowledgement, and each name would need a listener of its own.
    this.socket.onAny((name: string, data: unknown, ack: unknown) => this.receive(name, data, ack));
    this.stream.gaps.subscribe(() => this.reopen());
    // With jitter, too: one switch that comes back is a whole school.
    this.window?.addEventListener('online', () => this.up() || this.later(fullJitter(0)));
    this.window?.addEventListener('offline', () => this.reopen());
    effect(() => (this.wanted() ? untracked(() => this.open()) : this.close()));
    effect(() => {
      const token = this.session.token();
      if (token) untracked(() => this.renew(token));
    });
  }

  /** How long the server takes to answer, in milliseconds; rejects when it does not. */
  async ping(): Promise<number> {
    const before = performance.now();
    const { at } = Pong.parse(
      await this.socket.ioSocket.timeout(ANSWER_MS).emitWithAck('ping', {}),
    );
    const took = performance.now() - before;
    this.ahead = Date.parse(at) + took / 2 - Date.now();
    return took;
  }

  /** The server's clock, as far as this device can tell; null until it has answered once. */
  serverTime(): number | null {
    return this.ahead === null ? null : Date.now() + this.ahead;
  }

  /** Tells the server something that it need not answer. */
  say(name: 'watch' | 'seen', body: object): void {
    if (this.up()) this.socket.emit(name, body);
  }

  /** Gives up the connection as it is and asks anew from where the stream stands. */
  reopen(): void {
    if (this.up()) this.socket.disconnect();
    else this.later(fullJitter(this.attempt++));
  }

  private open(): void {
    clearTimeout(this.retry);
    this.socket.connect();
  }

  private close(): void {
    clearTimeout(this.retry);
    this.attempt = 0;
    this.socket.disconnect();
  }

  private later(ms: number): void {
    clearTimeout(this.retry);
    if (untracked(this.wanted)) this.retry = setTimeout(() => this.open(), ms);
  }

  /** Called at each attempt, so that it always names the newest token and the newest position. */
  private async introduce(answer: (auth: object) => void): Promise<void> {
    const token = await this.session.accessToken().catch(() => null);
    const position = untracked(this.stream.position);
    const again = this.connectedAt > 0 || undefined;
    answer({ token: token ?? '', epoch: position?.epoch, last: position?.seq, again });
  }

  private opened(): void {
    this.bye = null;
    this.connectedAt = Date.now();
    this.up.set(true);
  }

  private async closed(): Promise<void> {
    const { bye } = this;
    this.bye = null;
    this.up.set(false);
    if (Date.now() - this.connectedAt > STEADY_MS) this.attempt = 0;
    // The server does not want this session back: only if it can be renewed all the same is there another attempt.
    if (bye?.retryMs === null) await this.session.renew(bye.because).catch(() => undefined);
    this.later((bye?.retryMs ?? 0) + fullJitter(this.attempt++));
  }

  /** Refused at the door, or there is no door to be found. */
  private async refused(error: Error): Promise<void> {
    this.up.set(false);
    const { data } = ProblemBody.safeParse('data' in error ? error.data : null);
    if (data?.code === 'not-signed-in' || data?.code === 'session-ended') {
      await this.session.renew().catch(() => undefined);
    }
    this.later(fullJitter(this.attempt++));
  }

  private renew(token: string): void {
    // An old token ends the connection, which then comes back with the new one: nothing to be done about a failure here.
    if (this.up()) this.socket.emit('renew', { token });
  }

  private receive(name: string, data: unknown, ack: unknown): void {
    const arrival = readArrival(name, data);
    if (arrival?.kind === 'bye') this.bye = arrival.bye;
    else if (arrival?.kind === 'live') this.told.next(arrival.message);
    else if (arrival) this.stream.push(arrival, isAck(ack) ? ack : () => undefined);
  }
}

const isAck = (ack: unknown): ack is () => void => typeof ack === 'function';
