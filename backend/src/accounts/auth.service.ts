import { Injectable } from '@nestjs/common';
import type { LoginBody, Session as SessionAnswer } from '@cartable/contract';
import type { Actor } from '../platform/audit/audit.service';
import { AccessTokens } from './access-tokens';
import { AccountsService } from './accounts.service';
import { OpenSession, SessionsService } from './sessions.service';

interface SignedIn {
  refreshToken: string;
  answer: SessionAnswer;
}

/** Signing in, staying signed in, signing out. */
@Injectable()
export class AuthService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly accessTokens: AccessTokens,
  ) {}

  async login(credentials: LoginBody, from: Actor): Promise<SignedIn> {
    const person = await this.accounts.identify(credentials, from);
    return this.signedIn(await this.sessions.open(person, from));
  }

  async refresh(refreshToken: string): Promise<SignedIn> {
    return this.signedIn(await this.sessions.rotate(refreshToken));
  }

  /** Ending a session that is none changes nothing. */
  async logout(refreshToken: string): Promise<void> {
    const session = await this.sessions.ofToken(refreshToken);
    if (session) await this.sessions.end([session.id], 'signed-out');
  }

  private signedIn({ session, refreshToken }: OpenSession): SignedIn {
    const { id, email, displayName, role, locale } = session.person;
    const { accessToken, expiresAt } = this.accessTokens.sign(id, session.id);
    return {
      refreshToken,
      answer: {
        accessToken,
        expiresAt: expiresAt.toISOString(),
        user: { id, email, displayName, role, locale },
      },
    };
  }
}
