import { Injectable } from '@nestjs/common';
import type { LoginBody, OwnPasswordBody, Session as SessionAnswer } from '@cartable/contract';
import type { Actor } from '../platform/audit/audit.service';
import { Problem } from '../platform/problems/problem';
import { AccessTokens } from './access-tokens';
import { AccountsService } from './accounts.service';
import { meOf } from './me-of';
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
    // No session before they have a password that nobody else has seen.
    if (person.firstPasswordUntil) throw new Problem('password-due');
    return this.signedIn(await this.sessions.open(person, from));
  }

  /** With a password that was given, and the one that takes its place. */
  async choosePassword({ next, ...given }: OwnPasswordBody, from: Actor): Promise<SignedIn> {
    const person = await this.accounts.identify(given, from);
    if (!person.firstPasswordUntil) throw new Problem('wrong-credentials');
    if (next === given.password) {
      throw new Problem('validation-failed', { errors: [{ path: 'next', reason: 'same' }] });
    }
    const chosen = await this.accounts.choosePassword(person, next, from);
    return this.signedIn(await this.sessions.open(chosen, from));
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
    const { person } = session;
    const { accessToken, expiresAt } = this.accessTokens.sign(person.id, session.id);
    return {
      refreshToken,
      answer: {
        accessToken,
        expiresAt: expiresAt.toISOString(),
        user: meOf(person),
      },
    };
  }
}
