import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import type { EntityManager } from 'typeorm';
import type { EventData } from '@cartable/contract';
import { Actor, AuditService } from '../../platform/audit/audit.service';
import { JournalService, JournalTransaction } from '../../platform/journal/journal.service';
import { Problem } from '../../platform/problems/problem';
import { FollowersService, TakenEntry } from '../library/followers.service';
import { contentStirred } from './content-stirred';

interface Judged {
  id: string;
  title: string;
  ownerId: string;
  ownerName: string;
  hiddenAt: Date | null;
}

/** Takes a collection away from all but its owner, and gives it back. Both reach every screen as they happen. */
@Injectable()
export class HidingService {
  constructor(
    private readonly journal: JournalService,
    private readonly followers: FollowersService,
    private readonly audit: AuditService,
    private readonly announcements: EventEmitter2,
  ) {}

  /**
   * The followers' entries are put aside, so that whatever asks for entries finds none: there is no reading that could forget
   * to look. Hiding what is hidden changes nothing.
   */
  hide(collectionId: string, reason: string, by: Actor): Promise<void> {
    return this.journal.transaction(async (tx) => {
      const collection = await this.lock(tx.db, collectionId);
      if (collection.hiddenAt) return;
      await tx.db.query('UPDATE collection SET hidden_at = now() WHERE id = $1', [collectionId]);
      const followers = await this.park(tx.db, collectionId);
      await tx.db.query(
        `INSERT INTO content_case (collection_id, state, reason, changed_at) VALUES ($1, 'hidden', $2, now())
         ON CONFLICT (collection_id) DO UPDATE SET state = 'hidden', reports = 0, reason = $2, changed_at = now()`,
        [collectionId, reason],
      );
      await this.closeReports(tx.db, collectionId);
      const details = { followers: followers.length, reason };
      await this.record(tx.db, by, 'collection.hidden', collectionId, details);
      await tx.lockStreams([collection.ownerId, ...followers]);
      await this.tellFollowers(tx, collection, followers);
      await this.tellOwner(tx, collection, 'hidden', reason);
      tx.afterCommit(() => contentStirred(this.announcements, collectionId));
    });
  }

  /** Whoever had it has it again, from the same day. Restoring what is not hidden changes nothing. */
  restore(collectionId: string, by: Actor): Promise<void> {
    return this.journal.transaction(async (tx) => {
      const collection = await this.lock(tx.db, collectionId);
      if (!collection.hiddenAt) return;
      await tx.db.query('UPDATE collection SET hidden_at = NULL WHERE id = $1', [collectionId]);
      const returned = await this.unpark(tx.db, collectionId);
      await tx.db.query(
        `UPDATE content_case SET state = 'closed', reports = 0, reason = '', changed_at = now() WHERE collection_id = $1`,
        [collectionId],
      );
      await this.closeReports(tx.db, collectionId);
      const details = { followers: returned.length };
      await this.record(tx.db, by, 'collection.restored', collectionId, details);
      await tx.lockStreams([collection.ownerId, ...returned.map(({ personId }) => personId)]);
      await this.followers.giveBack(tx, collectionId, returned);
      await this.tellOwner(tx, collection, 'restored', '');
      tx.afterCommit(() => contentStirred(this.announcements, collectionId));
    });
  }

  /** Says something to the owner, in the administrator's words. */
  message(collectionId: string, text: string, by: Actor): Promise<void> {
    return this.journal.transaction(async (tx) => {
      const collection = await this.lock(tx.db, collectionId);
      await this.record(tx.db, by, 'collection.owner-told', collectionId);
      await this.tellOwner(tx, collection, 'message', text);
    });
  }

  /** Its reports are dealt with; the collection stays as it is. */
  close(collectionId: string, by: Actor): Promise<void> {
    return this.journal.transaction(async (tx) => {
      await this.lock(tx.db, collectionId);
      const [closed] = await tx.db.query<[unknown[]]>(
        `UPDATE content_case SET state = 'closed', reports = 0, changed_at = now()
         WHERE collection_id = $1 AND state = 'open' RETURNING 1`,
        [collectionId],
      );
      if (closed.length === 0) return;
      await this.closeReports(tx.db, collectionId);
      await this.record(tx.db, by, 'collection.reports-closed', collectionId);
      tx.afterCommit(() => contentStirred(this.announcements, collectionId));
    });
  }

  /** Against imports, which hold the collection FOR SHARE, against changes, and against being hidden twice. */
  private async lock(db: EntityManager, collectionId: string): Promise<Judged> {
    const [row] = await db.query<Judged[]>(
      `SELECT c.id, c.title, c.owner_id AS "ownerId", p.display_name AS "ownerName", c.hidden_at AS "hiddenAt"
       FROM collection AS c JOIN person AS p ON p.id = c.owner_id WHERE c.id = $1 FOR NO KEY UPDATE OF c`,
      [collectionId],
    );
    if (!row) throw new Problem('not-found');
    return row;
  }

  private async park(db: EntityManager, collectionId: string): Promise<string[]> {
    const rows = await db.query<{ id: string }[]>(
      `WITH gone AS (
         DELETE FROM library_entry WHERE collection_id = $1 AND role = 'follower' RETURNING *
       )
       INSERT INTO parked_entry (person_id, collection_id, message, added_at)
       SELECT person_id, collection_id, message, added_at FROM gone RETURNING person_id AS id`,
      [collectionId],
    );
    return rows.map(({ id }) => id);
  }

  private async unpark(db: EntityManager, collectionId: string): Promise<TakenEntry[]> {
    const [parked] = await db.query<[TakenEntry[], number]>(
      `DELETE FROM parked_entry WHERE collection_id = $1
       RETURNING person_id AS "personId", message, added_at AS "addedAt"`,
      [collectionId],
    );
    return parked;
  }

  private async closeReports(db: EntityManager, collectionId: string): Promise<void> {
    await db.query(
      'UPDATE report SET closed_at = now() WHERE collection_id = $1 AND closed_at IS NULL',
      [collectionId],
    );
  }

  private record(
    db: EntityManager,
    by: Actor,
    act:
      | 'collection.hidden'
      | 'collection.restored'
      | 'collection.owner-told'
      | 'collection.reports-closed',
    id: string,
    details: { followers?: number; reason?: string } = {},
  ): Promise<void> {
    return this.audit.record(db, { act, by, on: { kind: 'collection', id }, details });
  }

  private async tellFollowers(
    tx: JournalTransaction,
    { id: collectionId, title, ownerId, ownerName: by }: Judged,
    followers: string[],
  ): Promise<void> {
    if (followers.length === 0) return;
    const notice = { collectionId, title, by };
    await tx.append({
      name: 'collectionRemoved',
      to: followers,
      data: { ...notice, ownerId, reason: 'hidden' },
      notice: { ...notice, act: 'hidden' },
    });
  }

  private tellOwner(
    tx: JournalTransaction,
    { id: collectionId, title, ownerId }: Judged,
    act: EventData<'collectionModerated'>['act'],
    text: string,
  ): Promise<void> {
    return tx.append({
      name: 'collectionModerated',
      to: [ownerId],
      data: { collectionId, title, act, text },
      notice: { collectionId, title, by: '', act, text },
    });
  }
}
