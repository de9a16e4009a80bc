import { Injectable, Logger } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { InjectRepository } from '@nestjs/typeorm';
import { EntityManager, FindOptionsWhere, In, IsNull, Not, Repository } from 'typeorm';
import type { SessionEnd } from '@cartable/contract';
import { Actor, AuditService } from '../platform/audit/audit.service';
import { EndedSession, SessionOf, SessionsEnded } from '../platform/identity/session-ended';
import { Problem } from '../platform/problems/problem';
import { assertLiving } from './living-session';
import type { Person } from './person.entity';
import { RefreshTokens } from './refresh-tokens';
import { Session } from './session.entity';

const DAY = 86_400_000;
export const SESSION_DAYS = 30;

/** A client whose answer got lost, or a second tab, may show the token before the current one for this long. */
const GRACE_MS = 30_000;

export interface OpenSession {
  session: Session;
  refreshToken: string;
}

/** Sessions and the rotation of their refresh tokens (RFC 9700, §4.14.2). */
@Injectable()
export class SessionsService {
  private readonly logger = new Logger(SessionsService.name);

  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    private readonly refreshTokens: RefreshTokens,
    private readonly announcements: EventEmitter2,
    private readonly audit: AuditService,
  ) {}

  /**
   * Throws `wrong-credentials` if the account was disabled, or got another password, since it was checked: that ends all
   * sessions, this one as well.
   *
   * @param from the address of who signs in, for the audit.
   */
  async open(person: Person, from: Actor): Promise<OpenSession> {
    const session = await this.sessions.manager.transaction(async (db) => {
      const standing = await db.query<unknown[]>(
        'SELECT FROM person WHERE id = $1 AND password_hash = $2 AND disabled_at IS NULL FOR SHARE',
        [person.id, person.passwordHash],
      );
      if (standing.length === 0) throw new Problem('wrong-credentials');
      await this.audit.record(db, {
        act: 'session.opened',
        by: { ...from, id: person.id },
        on: { kind: 'person', id: person.id },
      });
      return db.save(
        db.create(Session, {
          personId: person.id,
          person,
          rotation: 0,
          expiresAt: new Date(Date.now() + SESSION_DAYS * DAY),
        }),
      );
    });
    return this.withToken(session);
  }

  /** Takes the next token. Showing one that was used before, past the grace time, ends the whole family. */
  async rotate(shown: string): Promise<OpenSession> {
    const token = this.refreshTokens.read(shown);
    if (!token) throw new Problem('not-signed-in');
    const stolen = await this.sessions.manager.transaction(async (tx) => {
      const session = await tx.findOne(Session, {
        where: { id: token.sessionId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!session || session.endedAt || session.expiresAt <= new Date()) return null;
      if (token.rotation === session.rotation) {
        await tx.update(Session, session.id, {
          rotation: session.rotation + 1,
          rotatedAt: new Date(),
        });
        return null;
      }
      const late = Date.now() - session.rotatedAt.getTime() > GRACE_MS;
      return token.rotation === session.rotation - 1 && !late ? null : session;
    });
    if (stolen) {
      this.logger.warn({ sessionId: stolen.id }, 'refresh token used twice: session ended');
      await this.end([stolen.id], 'token-reused');
    }
    return this.withToken(await this.living(token.sessionId));
  }

  /** The session with its person; throws `session-ended` when it is over or its person disabled. */
  private async living(sessionId: string): Promise<Session> {
    const session = await this.sessions.findOne({
      where: { id: sessionId },
      relations: { person: true },
    });
    if (!session) throw new Problem('session-ended');
    const { expiresAt, endedAt, endedBecause, person } = session;
    assertLiving({ expiresAt, endedAt, endedBecause, disabledAt: person.disabledAt });
    return session;
  }

  /** Those of the sessions that are over, and why; one that is not known here is. */
  async endedAmong(sessions: readonly SessionOf[]): Promise<EndedSession[]> {
    const rows = await this.sessions.manager.query<{ id: string; because: SessionEnd | null }[]>(
      `SELECT asked.id, coalesce(s.ended_because,
         CASE WHEN p.id IS NULL THEN 'account-erased' WHEN p.disabled_at IS NOT NULL THEN 'account-disabled' END) AS because
       FROM unnest($1::uuid[], $2::uuid[]) AS asked(id, person_id)
       LEFT JOIN session AS s ON s.id = asked.id LEFT JOIN person AS p ON p.id = asked.person_id
       WHERE s.id IS NULL OR s.ended_at IS NOT NULL OR s.expires_at <= now() OR p.disabled_at IS NOT NULL`,
      [sessions.map(({ id }) => id), sessions.map(({ personId }) => personId)],
    );
    return rows.map(({ id, because }) => (because ? { id, because } : { id }));
  }

  /** Ends sessions and tells whoever holds sockets of theirs. */
  async end(sessionIds: readonly string[], because: SessionEnd): Promise<void> {
    this.announce(await this.endIn(this.sessions.manager, { id: In([...sessionIds]) }, because));
  }

  /** As {@link endAll}, but for one. */
  endOthers(
    db: EntityManager,
    personId: string,
    keptSessionId: string,
    because: SessionEnd,
  ): Promise<EndedSession[]> {
    return this.endIn(db, { personId, id: Not(keptSessionId) }, because);
  }

  /** All of a person's, as part of a transaction; {@link announce} what it returns after commit. */
  endAll(db: EntityManager, personId: string, because: SessionEnd): Promise<EndedSession[]> {
    return this.endIn(db, { personId }, because);
  }

  announce(ended: readonly EndedSession[]): void {
    if (ended.length > 0) this.announcements.emit(SessionsEnded.event, new SessionsEnded(ended));
  }

  /** Whose token this is, for signing out: null for whatever is not a token of ours. */
  async ofToken(shown: string): Promise<Session | null> {
    const token = this.refreshTokens.read(shown);
    return token ? this.sessions.findOneBy({ id: token.sessionId }) : null;
  }

  private async endIn(
    db: EntityManager,
    which: FindOptionsWhere<Session>,
    because: SessionEnd,
  ): Promise<EndedSession[]> {
    const ending = await db.findBy(Session, { ...which, endedAt: IsNull() });
    const ids = ending.map(({ id }) => id);
    const now = new Date();
    await db.update(
      Session,
      { id: In(ids), endedAt: IsNull() },
      { endedAt: now, endedBecause: because },
    );
    return ids.map((id) => ({ id, because }));
  }

  private withToken(session: Session): OpenSession {
    const { id: sessionId, rotation } = session;
    return { session, refreshToken: this.refreshTokens.write({ sessionId, rotation }) };
  }
}
