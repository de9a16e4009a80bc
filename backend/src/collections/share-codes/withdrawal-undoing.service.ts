import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { limits, Withdrawal } from '@cartable/contract';
import { Actor, AuditService } from '../../platform/audit/audit.service';
import { DailyWork } from '../../platform/daily-work';
import { JournalService } from '../../platform/journal/journal.service';
import { Problem } from '../../platform/problems/problem';
import { FollowersService, TakenEntry } from '../library/followers.service';
import { Revoked, ShareCodesService } from './share-codes.service';
import { OwnedCode, tellOwner } from './tell-owner';
import { readWithdrawal } from './withdrawal-row';

/** How many get back what was taken in one transaction: each has a date of their own, and so an event of their own. */
const BACK_AT_ONCE = 100;
/** What can't be undone any more is of no use. */
const KEPT_DAYS = 7;

const UNFINISHED = `SELECT id FROM withdrawal AS w WHERE undone_at IS NOT NULL
  AND EXISTS (SELECT FROM withdrawn_entry AS e WHERE e.withdrawal_id = w.id)`;

const ITS_CODE = `SELECT s.code, s.revoked_at AS at, c.id AS "collectionId", c.title, c.owner_id AS "ownerId"
  FROM withdrawal AS w JOIN collection AS c ON c.id = w.collection_id JOIN share_code AS s ON s.code = w.code WHERE w.id = $1`;

/** Gives back what was taken from those outside a class; what a server that died left undone is finished when one starts. */
@Injectable()
export class WithdrawalUndoing extends DailyWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: JournalService,
    private readonly followers: FollowersService,
    private readonly audit: AuditService,
    private readonly shareCodes: ShareCodesService,
  ) {
    super();
  }

  /**
   * Gives everybody back what they had, in steps: what is given back is no longer waiting, so that undoing twice, or again
   * after a crash, gives nothing twice. Throws `not-found`, `undo-too-late`.
   */
  async undo(id: string, by: Actor): Promise<Withdrawal> {
    await this.journal.transaction(async (tx) => {
      const { db } = tx;
      const [undone] = await db.query<[unknown[], number]>(
        `UPDATE withdrawal SET undone_at = now()
         WHERE id = $1 AND undone_at IS NULL AND at > now() - make_interval(hours => ${limits.undoHours}) RETURNING 1`,
        [id],
      );
      const standing = await readWithdrawal(db, id);
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
      const [code] = await db.query<OwnedCode[]>(ITS_CODE, [id]);
      if (code) await tellOwner(tx, code, 'given-back', '');
    });
    return this.giveBack(id);
  }

  /** Finishes what was begun, and forgets what is over; returns how many were finished. */
  async finish(): Promise<number> {
    const unfinished = await this.dataSource.query<{ id: string }[]>(UNFINISHED);
    for (const { id } of unfinished) await this.giveBack(id);
    await this.dataSource.query(
      'DELETE FROM withdrawal WHERE at < now() - make_interval(days => $1)',
      [KEPT_DAYS],
    );
    return unfinished.length;
  }

  protected async work(): Promise<void> {
    const withdrawals = await this.finish();
    if (withdrawals > 0) this.logger.log({ withdrawals }, 'withdrawals given back');
  }

  private async giveBack(id: string): Promise<Withdrawal> {
    const { collectionId } = await readWithdrawal(this.dataSource.manager, id);
    while (await this.giveSomeBack(id, collectionId));
    const [code] = await this.dataSource.query<Revoked[]>(ITS_CODE, [id]);
    if (code) this.shareCodes.announceRevoked(code);
    return readWithdrawal(this.dataSource.manager, id);
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
      await this.followers.giveBack(tx, collectionId, entries);
      return entries.length === BACK_AT_ONCE;
    });
  }
}
