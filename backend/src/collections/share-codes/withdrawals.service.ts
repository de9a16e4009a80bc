import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { formatShareCode, limits, Outsiders, Revocation, Withdrawal } from '@cartable/contract';
import { ClassesService } from '../../classes/classes.service';
import { Actor, AuditService } from '../../platform/audit/audit.service';
import { JournalService, JournalTransaction } from '../../platform/journal/journal.service';
import { Problem } from '../../platform/problems/problem';
import { FollowingService, TakenEntry } from '../library/following.service';
import { ShareCodesService } from './share-codes.service';
import { StirredCodes } from './stirred-codes';

/** How many get back what was taken in one transaction: each has a date of their own, and so an event of their own. */
const BACK_AT_ONCE = 100;
/** What can't be undone any more is of no use. */
const KEPT_DAYS = 7;

interface CodeRow {
  code: string;
  collectionId: string;
  classId: string | null;
  ownerId: string;
}

interface WithdrawalRow {
  id: string;
  code: string;
  collectionId: string;
  title: string;
  reason: string;
  people: number;
  by: string | null;
  at: Date;
  until: Date;
  undoneAt: Date | null;
}

const CODE = `SELECT s.code, s.collection_id AS "collectionId", s.class_id AS "classId", c.owner_id AS "ownerId"
  FROM share_code AS s JOIN collection AS c ON c.id = s.collection_id WHERE s.code = $1`;

/** Pupils who came with the code $1, are in none of the classes $2 and still have the collection $3, be it put aside while it is hidden. */
const OUTSIDE = `
  FROM share_code_use AS u
  JOIN person AS p ON p.id = u.person_id AND p.role = 'student'
  WHERE u.code = $1 AND (
      EXISTS (SELECT FROM library_entry AS e WHERE e.person_id = u.person_id AND e.collection_id = $3 AND e.role = 'follower')
      OR EXISTS (SELECT FROM parked_entry AS e WHERE e.person_id = u.person_id AND e.collection_id = $3))
    AND NOT EXISTS (SELECT FROM class_member AS m WHERE m.person_id = u.person_id AND m.class_id = ANY($2::uuid[]))`;

const WITHDRAWALS = `SELECT w.id, w.code, w.collection_id AS "collectionId", c.title, w.reason, w.people, p.display_name AS by, w.at,
    w.at + make_interval(hours => ${limits.undoHours}) AS until, w.undone_at AS "undoneAt"
  FROM withdrawal AS w JOIN collection AS c ON c.id = w.collection_id LEFT JOIN person AS p ON p.id = w.actor_id`;

/** Takes a collection from those who came by it from outside the class; can be undone for a day. */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: JournalService,
    private readonly shareCodes: ShareCodesService,
    private readonly following: FollowingService,
    private readonly classes: ClassesService,
    private readonly audit: AuditService,
    private readonly stirred: StirredCodes,
  ) {}

  /** Who would lose it. */
  async outsiders(code: string): Promise<Outsiders> {
    const db = this.dataSource.manager;
    const row = await this.find(db, code);
    const inside = await this.classes.expected(db, row.classId, row.ownerId);
    const people = await db.query<{ id: string; displayName: string; at: Date; total: number }[]>(
      `SELECT p.id, p.display_name AS "displayName", u.used_at AS at, count(*) OVER ()::int AS total ${OUTSIDE}
       ORDER BY u.used_at DESC, u.person_id DESC LIMIT $4`,
      [code, inside.map(({ id }) => id), row.collectionId, limits.page],
    );
    return {
      inside,
      total: people[0]?.total ?? 0,
      people: people.map(({ id, displayName, at }) => ({
        id,
        displayName,
        importedAt: at.toISOString(),
      })),
    };
  }

  /**
   * Switches the code off and, if wished, takes the collection from those outside, in one transaction: who imports meanwhile
   * waits for the collection's row, and is then refused. Repeating it takes it from who has been left over.
   * Locks in the order of docs/decisions/0003.
   */
  revoke(
    code: string,
    { reason, withdraw }: { reason: string; withdraw: boolean },
    by: Actor,
  ): Promise<Revocation> {
    return this.journal.transaction(async (tx) => {
      const row = await this.hold(tx.db, code);
      const taken = withdraw ? await this.take(tx, row) : [];
      const revoked = await this.shareCodes.revokeIn(tx.db, code);
      if (revoked) {
        await this.audit.record(tx.db, {
          act: 'share-code.revoked',
          by,
          on: { kind: 'share-code', id: code },
          details: { reason },
        });
        tx.afterCommit(() => this.shareCodes.announceRevoked(revoked));
      } else tx.afterCommit(() => this.stirred.stir(code));
      const withdrawal =
        taken.length > 0 ? await this.keep(tx.db, row, taken, { reason, by }) : null;
      await this.following.tellTaken(
        tx,
        row.collectionId,
        taken.map(({ personId }) => personId),
      );
      return { revokedAt: await this.revokedAt(tx.db, code), withdrawal };
    });
  }

  /** The newest of the last day. */
  async recent(): Promise<Withdrawal[]> {
    const rows = await this.dataSource.query<WithdrawalRow[]>(
      `${WITHDRAWALS} WHERE w.at > now() - make_interval(hours => ${limits.undoHours}) ORDER BY w.at DESC, w.id DESC LIMIT $1`,
      [limits.page],
    );
    return rows.map(withdrawalOf);
  }

  /**
   * Gives everybody back what they had, in steps: what is given back is no longer waiting, so that undoing twice, or again
   * after a crash, gives nothing twice. Throws `not-found`, `undo-too-late`.
   */
  async undo(id: string, by: Actor): Promise<Withdrawal> {
    await this.dataSource.transaction(async (db) => {
      const [undone] = await db.query<[unknown[], number]>(
        `UPDATE withdrawal SET undone_at = now()
         WHERE id = $1 AND undone_at IS NULL AND at > now() - make_interval(hours => ${limits.undoHours}) RETURNING 1`,
        [id],
      );
      const standing = await this.one(db, id);
      if (undone.length === 0) {
        if (standing.undoneAt) return;
        throw new Problem('undo-too-late');
      }
      await this.audit.record(db, {
        act: 'collection.withdrawal-undone',
        by,
        on: { kind: 'collection', id: standing.collectionId },
        details: { withdrawalId: id, people: standing.people },
      });
    });
    const { collectionId, code } = await this.one(this.dataSource.manager, id);
    while (await this.giveSomeBack(id, collectionId));
    this.stirred.stir(code);
    return withdrawalOf(await this.one(this.dataSource.manager, id));
  }

  private giveSomeBack(id: string, collectionId: string): Promise<boolean> {
    return this.journal.transaction(async (tx) => {
      await tx.db.query('SELECT FROM collection WHERE id = $1 FOR SHARE', [collectionId]);
      const [entries] = await tx.db.query<[TakenEntry[], number]>(
        `DELETE FROM withdrawn_entry WHERE withdrawal_id = $1 AND person_id IN (
           SELECT person_id FROM withdrawn_entry WHERE withdrawal_id = $1 ORDER BY person_id LIMIT $2 FOR UPDATE
         ) RETURNING person_id AS "personId", message, added_at AS "addedAt"`,
        [id, BACK_AT_ONCE],
      );
      await this.following.giveBack(tx, collectionId, entries);
      return entries.length === BACK_AT_ONCE;
    });
  }

  /** The collection's row first: against edits and imports. */
  private async hold(db: EntityManager, code: string): Promise<CodeRow> {
    const row = await this.find(db, code);
    await db.query('SELECT FROM collection WHERE id = $1 FOR NO KEY UPDATE', [row.collectionId]);
    return row;
  }

  private async find(db: EntityManager, code: string): Promise<CodeRow> {
    const [row] = await db.query<CodeRow[]>(CODE, [code]);
    if (!row) throw new Problem('share-code-unknown');
    return row;
  }

  private async take(tx: JournalTransaction, row: CodeRow): Promise<TakenEntry[]> {
    const inside = await this.classes.expected(tx.db, row.classId, row.ownerId);
    const people = await tx.db.query<{ id: string }[]>(`SELECT p.id ${OUTSIDE}`, [
      row.code,
      inside.map(({ id }) => id),
      row.collectionId,
    ]);
    return this.following.take(
      tx,
      row.collectionId,
      people.map(({ id }) => id),
    );
  }

  private async keep(
    db: EntityManager,
    { code, collectionId }: CodeRow,
    taken: readonly TakenEntry[],
    { reason, by }: { reason: string; by: Actor },
  ): Promise<Withdrawal> {
    await db.query('DELETE FROM withdrawal WHERE at < now() - make_interval(days => $1)', [
      KEPT_DAYS,
    ]);
    const [made] = await db.query<[{ id: string }]>(
      `INSERT INTO withdrawal (code, collection_id, actor_id, reason, people) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [code, collectionId, by.id ?? null, reason, taken.length],
    );
    await db.query(
      `INSERT INTO withdrawn_entry (withdrawal_id, person_id, message, added_at)
       SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::timestamptz[])`,
      [
        made.id,
        taken.map(({ personId }) => personId),
        taken.map(({ message }) => message),
        taken.map(({ addedAt }) => addedAt),
      ],
    );
    await this.audit.record(db, {
      act: 'collection.withdrawn',
      by,
      on: { kind: 'collection', id: collectionId },
      details: { withdrawalId: made.id, people: taken.length, reason },
    });
    return withdrawalOf(await this.one(db, made.id));
  }

  private async one(db: EntityManager, id: string): Promise<WithdrawalRow> {
    const [row] = await db.query<WithdrawalRow[]>(`${WITHDRAWALS} WHERE w.id = $1`, [id]);
    if (!row) throw new Problem('not-found');
    return row;
  }

  private async revokedAt(db: EntityManager, code: string): Promise<string> {
    const [row] = await db.query<{ at: Date }[]>(
      'SELECT revoked_at AS at FROM share_code WHERE code = $1',
      [code],
    );
    if (!row) throw new Problem('share-code-unknown');
    return row.at.toISOString();
  }
}

const withdrawalOf = ({ at, until, undoneAt, code, ...row }: WithdrawalRow): Withdrawal => ({
  ...row,
  code: formatShareCode(code),
  at: at.toISOString(),
  undoableUntil: until.toISOString(),
  undoneAt: undoneAt?.toISOString() ?? null,
});
