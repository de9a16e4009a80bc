import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { limits, Outsiders, Revocation, Withdrawal } from '@cartable/contract';
import { ClassesService } from '../../classes/classes.service';
import { Actor, AuditService } from '../../platform/audit/audit.service';
import { JournalService, JournalTransaction } from '../../platform/journal/journal.service';
import { Problem } from '../../platform/problems/problem';
import { FollowersService, TakenEntry } from '../library/followers.service';
import { ShareCodesService } from './share-codes.service';
import { OwnedCode, tellOwner } from './tell-owner';
import { readWithdrawal, WITHDRAWALS, withdrawalOf, WithdrawalRow } from './withdrawal-row';

interface CodeRow extends OwnedCode {
  classId: string | null;
}

const CODE = `SELECT s.code, s.collection_id AS "collectionId", s.class_id AS "classId", c.title, c.owner_id AS "ownerId"
  FROM share_code AS s JOIN collection AS c ON c.id = s.collection_id WHERE s.code = $1`;

/** Pupils who came with the code $1, are in none of the classes $2 and still have the collection $3, be it put aside while it is hidden. */
const OUTSIDE = `
  FROM share_code_use AS u
  JOIN person AS p ON p.id = u.person_id AND p.role = 'student'
  WHERE u.code = $1 AND (
      EXISTS (SELECT FROM library_entry AS e WHERE e.person_id = u.person_id AND e.collection_id = $3 AND e.role = 'follower')
      OR EXISTS (SELECT FROM parked_entry AS e WHERE e.person_id = u.person_id AND e.collection_id = $3))
    AND NOT EXISTS (SELECT FROM class_member AS m WHERE m.person_id = u.person_id AND m.class_id = ANY($2::uuid[]))`;

/** Takes a collection from those who came by it from outside the class; can be undone for a day. */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: JournalService,
    private readonly shareCodes: ShareCodesService,
    private readonly followers: FollowersService,
    private readonly classes: ClassesService,
    private readonly audit: AuditService,
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
      }
      const at = await this.revokedAt(tx.db, code);
      tx.afterCommit(() => this.shareCodes.announceRevoked({ code, ownerId: row.ownerId, at }));
      const withdrawal =
        taken.length > 0 ? await this.keep(tx.db, row, taken, { reason, by }) : null;
      const people = taken.map(({ personId }) => personId);
      await tx.lockStreams([row.ownerId, ...people]);
      await this.followers.tellTaken(tx, row.collectionId, people);
      if (people.length > 0) await tellOwner(tx, row, 'withdrawn', reason);
      else if (revoked) await tellOwner(tx, row, 'code-revoked', reason);
      return { revokedAt: at.toISOString(), withdrawal };
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
    return this.followers.take(
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
    return readWithdrawal(db, made.id);
  }

  private async revokedAt(db: EntityManager, code: string): Promise<Date> {
    const [row] = await db.query<{ at: Date }[]>(
      'SELECT revoked_at AS at FROM share_code WHERE code = $1',
      [code],
    );
    if (!row) throw new Problem('share-code-unknown');
    return row.at;
  }
}
