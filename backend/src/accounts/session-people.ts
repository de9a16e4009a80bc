import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { batched } from '../platform/database/batched';
import { runPrepared } from '../platform/database/prepared';
import type { Principal } from '../platform/identity/principal';
import { Problem } from '../platform/problems/problem';
import { assertLiving, SessionState } from './living-session';

type SessionPerson = Omit<Principal, 'sessionId' | 'expiresAt'>;
type Row = SessionState & SessionPerson;

const WHOSE = {
  name: 'people of sessions',
  text: `
    SELECT p.id, p.email, p.display_name AS "displayName", p.role, p.locale, s.expires_at AS "expiresAt",
      s.ended_at AS "endedAt", s.ended_because AS "endedBecause", p.disabled_at AS "disabledAt"
    FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, n)
    LEFT JOIN session AS s ON s.id = asked.id LEFT JOIN person AS p ON p.id = s.person_id ORDER BY asked.n`,
};

/** Whose a session is. */
@Injectable()
export class SessionPeople {
  private readonly row = batched((sessionIds: readonly string[]) =>
    runPrepared<Row>(this.dataSource, WHOSE, [sessionIds]),
  );

  constructor(private readonly dataSource: DataSource) {}

  /** Throws `session-ended`. */
  async of(sessionId: string): Promise<SessionPerson> {
    const { id, email, displayName, role, locale, ...state } = await this.row(sessionId);
    if (!id) throw new Problem('session-ended');
    assertLiving(state);
    return { id, email, displayName, role, locale };
  }
}
