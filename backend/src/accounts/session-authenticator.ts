import { Injectable } from '@nestjs/common';
import { Authenticator } from '../platform/identity/authenticator';
import type { EndedSession } from '../platform/identity/session-ended';
import type { Principal } from '../platform/identity/principal';
import { Problem } from '../platform/problems/problem';
import { AccessTokens } from './access-tokens';
import { SessionsService } from './sessions.service';

/** Reads the token, then asks whether its session still lives: signing out takes effect at once, not after 15 minutes. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionsService,
  ) {
    super();
  }

  async authenticate(accessToken: string): Promise<Principal> {
    const { personId, sessionId, expiresAt } = await this.tokens.read(accessToken);
    const { person } = await this.sessions.living(sessionId);
    if (person.id !== personId) throw new Problem('not-signed-in');
    const { id, email, displayName, role, locale } = person;
    return { id, email, displayName, role, locale, sessionId, expiresAt };
  }

  ended(sessionIds: readonly string[]): Promise<EndedSession[]> {
    return this.sessions.endedAmong(sessionIds);
  }
}
