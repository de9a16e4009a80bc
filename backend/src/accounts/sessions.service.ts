import { Injectable, Logger } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, Not, Repository } from 'typeorm';
import { SessionEnded } from '../platform/identity/session-ended';
import { Problem } from '../platform/problems/problem';
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
  ) {}

  async open(person: Person): Promise<OpenSession> {
    const session = await this.sessions.save(
      this.sessions.create({
        personId: person.id,
        person,
        rotation: 0,
        expiresAt: new Date(Date.now() + SESSION_DAYS * DAY),
      }),
    );
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
      await this.end(stolen.personId, [stolen.id]);
    }
    return this.withToken(await this.living(token.sessionId));
  }

  /** The session with its person; throws `session-ended` when it is over or its person disabled. */
  async living(sessionId: string): Promise<Session> {
    const session = await this.sessions.findOne({
      where: { id: sessionId },
      relations: { person: true },
    });
    const over = !session || session.endedAt || session.expiresAt <= new Date();
    if (over || session.person.disabledAt) throw new Problem('session-ended');
    return session;
  }

  /** Those of the sessions that are not over; one that is not known here is. */
  async livingAmong(sessionIds: readonly string[]): Promise<string[]> {
    const rows = await this.sessions.manager.query<{ id: string }[]>(
      `SELECT s.id FROM session AS s JOIN person AS p ON p.id = s.person_id
       WHERE s.id = ANY($1::uuid[]) AND s.ended_at IS NULL AND s.expires_at > now() AND p.disabled_at IS NULL`,
      [sessionIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Ends sessions and tells whoever holds sockets of theirs. */
  async end(personId: string, sessionIds: readonly string[]): Promise<void> {
    for (const id of sessionIds) {
      await this.sessions.update({ id, endedAt: IsNull() }, { endedAt: new Date() });
    }
    this.announcements.emit(SessionEnded.event, new SessionEnded(personId, sessionIds));
  }

  async endOthers(personId: string, keptSessionId: string): Promise<void> {
    const others = await this.sessions.findBy({
      personId,
      id: Not(keptSessionId),
      endedAt: IsNull(),
    });
    await this.end(
      personId,
      others.map(({ id }) => id),
    );
  }

  /** Whose token this is, for signing out: null for whatever is not a token of ours. */
  async ofToken(shown: string): Promise<Session | null> {
    const token = this.refreshTokens.read(shown);
    return token ? this.sessions.findOneBy({ id: token.sessionId }) : null;
  }

  private withToken(session: Session): OpenSession {
    const { id: sessionId, rotation } = session;
    return { session, refreshToken: this.refreshTokens.write({ sessionId, rotation }) };
  }
}
