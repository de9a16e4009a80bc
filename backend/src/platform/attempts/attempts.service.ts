import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '../problems/problem';
import { waitAfter } from './attempt-windows';

interface Row {
  at: Date[];
  now: Date;
}

/**
 * Wrong attempts, counted in Postgres so that all instances share them: 5 a minute, 20 an hour, 50 a day for one
 * subject. A success does not reset them.
 */
@Injectable()
export class AttemptsService {
  /** Throws `too-many-attempts` while the subject has to wait. */
  async admit(db: EntityManager, subject: string): Promise<void> {
    const [row] = await db.query<Row[]>(
      'SELECT at, clock_timestamp() AS now FROM attempts WHERE subject = $1',
      [subject],
    );
    if (row) this.refuseIfTooMany(row);
  }

  /**
   * The same, and holds the subject's row until the transaction ends: attempts made at the same moment wait for one
   * another, so that none slips past the count.
   */
  async admitOneByOne(tx: EntityManager, subject: string): Promise<void> {
    const lock = 'SELECT at, clock_timestamp() AS now FROM attempts WHERE subject = $1 FOR UPDATE';
    let [row] = await tx.query<Row[]>(lock, [subject]);
    if (!row) {
      await tx.query('INSERT INTO attempts (subject) VALUES ($1) ON CONFLICT DO NOTHING', [
        subject,
      ]);
      [row] = await tx.query<Row[]>(lock, [subject]);
    }
    if (row) this.refuseIfTooMany(row);
  }

  /**
   * Counts what was tried, if it was wrong; throws `too-many-attempts` when others took the last try meanwhile, so that
   * of many guesses at the same moment no more are answered than of as many one by one. For checks that take too long
   * to hold the row meanwhile. Returns for how many seconds the subject has to wait from now on.
   */
  settle(db: EntityManager, subject: string, right: boolean): Promise<number> {
    return db.transaction(async (tx) => {
      await this.admitOneByOne(tx, subject);
      return right ? 0 : this.recordWrong(tx, subject);
    });
  }

  /** Counts one wrong attempt. Returns for how many seconds the subject has to wait from now on. */
  async recordWrong(db: EntityManager, subject: string): Promise<number> {
    const [row] = await db.query<Row[]>(
      `INSERT INTO attempts (subject, at) VALUES ($1, ARRAY[clock_timestamp()])
       ON CONFLICT (subject) DO UPDATE SET at = ARRAY(
         SELECT t FROM unnest(attempts.at) AS t WHERE t > clock_timestamp() - interval '1 day'
       ) || clock_timestamp()
       RETURNING at, clock_timestamp() AS now`,
      [subject],
    );
    return row ? waitAfter(row.at, row.now) : 0;
  }

  private refuseIfTooMany({ at, now }: Row): void {
    const retryAfter = waitAfter(at, now);
    if (retryAfter > 0) throw new Problem('too-many-attempts', { retryAfter });
  }
}
