import { computed, inject, Injectable, signal } from '@angular/core';
import { MePatch, Session as Held, SessionEnd } from '@cartable/contract';
import * as z from 'zod/mini';
import { exclusively } from '../browser/exclusively';
import { fullJitter } from '../browser/full-jitter';
import { Kept } from '../browser/kept';
import { ProblemError } from '../problems/problem-error';
import { SessionApi } from './session-api';
import { SessionChannel } from './session-channel';
import { endOfToken } from './token-life';

const RENEW_BEFORE_MS = 60_000;
/** A longer timer than this fires at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** Why nobody is signed in any more, where it was not asked for here. */
const EndReason = z.union([z.literal('expired'), SessionEnd]);
export type EndReason = z.infer<typeof EndReason>;

/**
 * Who is signed in, the same in all tabs of the browser. The access token lives in memory only and is renewed before its end, by
 * one tab for all of them.
 */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(SessionApi);
  private readonly channel = inject(SessionChannel);
  private readonly held = signal<Held | null>(null);
  private readonly known = signal(false);
  /** Still told when the document has been loaded anew. */
  private readonly keptEnd = new Kept('cartable.ended', () => sessionStorage);
  private readonly ended = signal(EndReason.safeParse(this.keptEnd.read()).data ?? null);
  /** The sign-out that the server has not heard of: it comes before anything else when the network is back. */
  private readonly leaving = new Kept('cartable.leaving');
  private endsAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private renewing: Promise<void> | undefined;
  /** Why it is over, as the connection said: of an erased account nothing else knows. */
  private told: SessionEnd | undefined;

  readonly person = computed(() => this.held()?.user ?? null);
  readonly token = computed(() => this.held()?.accessToken ?? null);
  readonly endedBecause = this.ended.asReadonly();
  readonly state = computed(() =>
    this.held() ? 'signed-in' : this.known() ? 'signed-out' : 'unknown',
  );

  constructor() {
    this.channel.messages.subscribe((message) => {
      if (message.kind === 'held') this.adopt(message.session);
      else if (this.held()) this.end('signed-out');
    });
  }

  /** Signs in by the cookie of an earlier visit. Without a network the answer stays open, and is asked for again. */
  async restore(attempt = 0): Promise<void> {
    const leaving = this.leaving.read() !== null;
    if (leaving) this.known.set(true);
    try {
      await (leaving ? this.leave() : this.renew());
    } catch {
      setTimeout(() => {
        const open = this.state() === 'unknown' || this.leaving.read() !== null;
        if (open) void this.restore(attempt + 1);
      }, fullJitter(attempt));
    }
  }

  /** With `next`, that takes the place of a password that was given. */
  async signIn(email: string, password: string, next?: string): Promise<void> {
    const given = { email, password };
    this.share(await (next ? this.api.choosePassword({ ...given, next }) : this.api.signIn(given)));
    this.leaving.write(null);
  }

  async signOut(): Promise<void> {
    this.leaving.write('yes');
    this.end(null);
    this.channel.tell({ kind: 'signed-out' });
    try {
      await this.leave();
    } catch {
      // Without a network this device is signed out all the same; `restore` tells the server later.
    }
  }

  async update(patch: MePatch): Promise<void> {
    const user = await this.api.update(patch);
    const held = this.held();
    if (held) this.share({ ...held, user }, this.endsAt);
  }

  /** A token that will still hold for a while, or null when nobody is signed in. */
  async accessToken(): Promise<string | null> {
    if (this.state() === 'signed-out') return null;
    if (this.endsAt - Date.now() < RENEW_BEFORE_MS) await this.renew();
    return this.token();
  }

  /**
   * Takes a new token, unless another tab has just done so. When the server says that the session is over, it ends here, too;
   * throws only when the server can't be asked. `because`: why, if that was said already.
   */
  renew(because?: SessionEnd): Promise<void> {
    this.told = because ?? this.told;
    this.renewing ??= this.renewInTurn().finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  private async renewInTurn(): Promise<void> {
    const before = this.token();
    await exclusively('cartable.renewal', async () => {
      // What the tab before us said is heard one task after its lock is free.
      await new Promise((resolve) => setTimeout(resolve));
      if (this.token() !== before || this.state() === 'signed-out') return;
      try {
        const renewed = await this.api.renew();
        if (this.state() !== 'signed-out') this.share(renewed);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        this.end(this.held() ? (error.problem?.because ?? this.told ?? 'expired') : this.ended());
      }
    });
  }

  private async leave(): Promise<void> {
    await this.api.signOut();
    this.leaving.write(null);
  }

  private share(session: Held, endsAt?: number): void {
    this.hold(session, endsAt);
    this.channel.tell({ kind: 'held', session });
  }

  /** Another tab's session becomes ours, but never under the hands of somebody else. */
  private adopt(session: Held): void {
    const mine = this.person();
    if (mine && mine.id !== session.user.id) this.end('signed-out');
    else if (session.accessToken === this.token()) this.hold(session, this.endsAt);
    else this.hold(session);
  }

  private hold(session: Held, endsAt = endOfToken(session, Date.now())): void {
    this.endsAt = endsAt;
    this.told = undefined;
    this.held.set(session);
    this.known.set(true);
    this.ended.set(null);
    this.keptEnd.write(null);
    clearTimeout(this.timer);
    const wait = Math.max(0, endsAt - RENEW_BEFORE_MS / 2 - Date.now());
    this.timer = setTimeout(
      () => void this.accessToken().catch(() => undefined),
      Math.min(wait, LONGEST_MS),
    );
  }

  private end(why: EndReason | null): void {
    clearTimeout(this.timer);
    this.endsAt = 0;
    this.held.set(null);
    this.known.set(true);
    this.ended.set(why);
    this.keptEnd.write(why);
  }
}

function isRefusal(error: unknown): error is ProblemError {
  return (
    error instanceof ProblemError &&
    (error.code === 'not-signed-in' || error.code === 'session-ended')
  );
}
