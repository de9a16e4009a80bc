import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { createLRU } from 'lru.min';
import { HintHeard, HintsMissed } from '../platform/cluster/hints';
import { Authenticator } from '../platform/identity/authenticator';
import type { Principal } from '../platform/identity/principal';
import { EndedSession, SessionOf, SessionsEnded } from '../platform/identity/session-ended';
import { Problem } from '../platform/problems/problem';
import { AccessTokens } from './access-tokens';
import { SessionPeople } from './session-people';
import { SessionsService } from './sessions.service';

/** How long a session that was found alive is taken to be so, should nobody say that it ended. */
const FRESH_MS = 2_000;
const MOST_HELD = 10_000;

interface Alive {
  person: Omit<Principal, 'sessionId' | 'expiresAt'>;
  until: number;
}

/**
 * Reads the token, then asks whether its session still lives: signing out takes effect at once, not after 15 minutes. Who asks
 * often is answered from memory for two seconds, unless this instance ends the session, or hears that another has.
 */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  private readonly alive = createLRU<string, Alive>({ max: MOST_HELD });
  /** Grows whenever something was forgotten: what was read before that is not held. */
  private forgotten = 0;

  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionsService,
    private readonly people: SessionPeople,
  ) {
    super();
  }

  async authenticate(accessToken: string): Promise<Principal> {
    const { personId, sessionId, expiresAt } = await this.tokens.read(accessToken);
    const person = await this.personOf(sessionId);
    if (person.id !== personId) throw new Problem('not-signed-in');
    return { ...person, sessionId, expiresAt };
  }

  ended(sessions: readonly SessionOf[]): Promise<EndedSession[]> {
    return this.sessions.endedAmong(sessions);
  }

  @OnEvent(SessionsEnded.event)
  forget({ sessions }: SessionsEnded): void {
    this.forgotten += 1;
    for (const { id } of sessions) this.alive.delete(id);
  }

  @OnEvent(HintHeard.event)
  heard({ topic, ids }: HintHeard): void {
    if (topic === 'sessions') this.forget({ sessions: ids.map((id) => ({ id })) });
  }

  @OnEvent(HintsMissed.event)
  forgetAll(): void {
    this.forgotten += 1;
    this.alive.clear();
  }

  private async personOf(sessionId: string): Promise<Alive['person']> {
    const held = this.alive.get(sessionId);
    if (held && held.until > Date.now()) return held.person;
    const { forgotten } = this;
    const found = await this.people.of(sessionId);
    if (forgotten === this.forgotten) {
      this.alive.set(sessionId, { person: found, until: Date.now() + FRESH_MS });
    }
    return found;
  }
}
