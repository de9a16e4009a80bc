import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { erasedName } from '@cartable/contract';
import { Actor, AuditService } from '../platform/audit/audit.service';
import { EndedSession } from '../platform/identity/session-ended';
import { Problem } from '../platform/problems/problem';
import { holdForAct } from './hold-people';
import { PasswordHasher } from './password-hasher';
import { Person } from './person.entity';
import { SessionsService } from './sessions.service';
import { signInSubject } from './sign-in-subject';

/** Under whose name goes on what erased people leave to others: one account that nobody can sign in to. */
export const NOBODY = {
  id: '00000000-0000-4000-a000-000000000001',
  displayName: erasedName,
} as const;

/** Whose account was disabled more than $1 days ago. */
const DISABLED = `FROM person WHERE disabled_at < now() - make_interval(days => $1) AND id <> '${NOBODY.id}'`;

/** Removes accounts for good. */
@Injectable()
export class AccountErasure {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /** Makes sure that {@link NOBODY} is there. */
  async prepareHeir(db: EntityManager): Promise<void> {
    const passwordHash = await this.hasher.hash(randomBytes(32).toString('base64url'));
    await db.query(
      `INSERT INTO person (id, email, display_name, role, locale, password_hash, disabled_at)
       VALUES ($1, 'compte-supprime@erased.invalid', $2, 'student', 'fr', $3, now()) ON CONFLICT DO NOTHING`,
      [NOBODY.id, NOBODY.displayName, passwordHash],
    );
  }

  /**
   * Locks an account that is about to go: nobody signs in to it or changes it meanwhile. Rows that name it may still come, until
   * {@link erase}: who writes them may hold what erasing is yet to wait for. Throws `not-found`, `forbidden`.
   */
  async lock(db: EntityManager, personId: string, by: Actor): Promise<Person> {
    await holdForAct(db, by, personId);
    const person = await db.findOne(Person, {
      where: { id: personId },
      lock: { mode: 'for_no_key_update' },
    });
    if (!person || person.id === NOBODY.id) throw new Problem('not-found');
    return person;
  }

  async countDisabled(db: EntityManager, days: number): Promise<number> {
    const [row] = await db.query<{ count: number }[]>(`SELECT count(*)::int ${DISABLED}`, [days]);
    return row?.count ?? 0;
  }

  /** One that was disabled more than `days` ago, locked likewise; null when there is none that nobody else holds. */
  async lockDisabled(db: EntityManager, days: number): Promise<Person | null> {
    const [due] = await db.query<{ id: string }[]>(
      `SELECT id ${DISABLED} ORDER BY disabled_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
      [days],
    );
    return due ? db.findOneByOrFail(Person, due) : null;
  }

  /**
   * Deletes the account and all that hangs on it; nothing else may be the person's any more. The last lock of all, after the
   * stream heads: docs/decisions/0003. The audit keeps ids only. Give what it returns to {@link announce} after commit.
   */
  async erase(db: EntityManager, { id, email, login }: Person): Promise<EndedSession[]> {
    const ended = await this.sessions.endAll(db, id, 'account-erased');
    const names = [email, login].flatMap((name) => (name === null ? [] : signInSubject(name)));
    await db.query('DELETE FROM attempts WHERE subject = ANY($1)', [
      [...names, `code:${id}`, `password:${id}`],
    ]);
    await this.audit.forgetAddresses(db, id);
    await db.delete(Person, id);
    return ended;
  }

  announce(ended: readonly EndedSession[]): void {
    this.sessions.announce(ended);
  }
}
