import { Injectable } from '@nestjs/common';
import type { Card } from '@cartable/contract';
import type { JournalTransaction } from '../../platform/journal/journal.service';
import { Problem } from '../../platform/problems/problem';
import { CARDS, sharedCollection } from '../collection-row';
import { bodyKey } from './collection-bodies';
import { LibraryService } from './library.service';

/** Rows of $1 collection, $2 people, $3 messages, $4 dates. */
const THESE =
  'SELECT $1::uuid, * FROM unnest($2::uuid[], $3::text[], $4::timestamptz[]) AS entry (person_id, message, added_at)';
const columnsOf = (entries: readonly TakenEntry[]) => [
  entries.map(({ personId }) => personId),
  entries.map(({ message }) => message),
  entries.map(({ addedAt }) => addedAt),
];

/** What is taken away with an entry, and comes back with it. */
export interface TakenEntry {
  personId: string;
  message: string;
  addedAt: Date;
}

/** What is given, with whose words, and when. */
export interface Gift {
  collectionId: string;
  message: string;
  at: Date;
}

/** Followers by the many, as part of the transaction of whoever asks: given to, taken from, given back to. */
@Injectable()
export class FollowersService {
  constructor(private readonly library: LibraryService) {}

  /**
   * Gives a collection to many at once, in their lists as of `at`; who has it keeps it as it is. Returns who has it since.
   * Throws `not-found`, `collection-frozen`, `collection-hidden`.
   */
  async giveAll(
    tx: JournalTransaction,
    personIds: readonly string[],
    { collectionId, message, at }: Gift,
  ): Promise<string[]> {
    await this.hold(tx, collectionId);
    const entered = await tx.db.query<{ id: string }[]>(
      `INSERT INTO library_entry (person_id, collection_id, role, message, added_at)
       SELECT id, $2, 'follower', $3, $4 FROM unnest($1::uuid[]) AS id ORDER BY id
       ON CONFLICT DO NOTHING RETURNING person_id AS id`,
      [personIds, collectionId, message, at],
    );
    const to = entered.map(({ id }) => id);
    await this.tell(tx, collectionId, [{ to, message, addedAt: at }]);
    return to;
  }

  /**
   * Takes a collection from followers, also what was put aside while it is hidden. Hold its row: then nobody comes or goes meanwhile.
   * Returns what they had.
   */
  async take(
    tx: JournalTransaction,
    collectionId: string,
    personIds: readonly string[],
  ): Promise<TakenEntry[]> {
    return tx.db.query<TakenEntry[]>(
      `WITH shown AS (
         DELETE FROM library_entry WHERE collection_id = $1 AND person_id = ANY($2::uuid[]) AND role = 'follower'
         RETURNING person_id, message, added_at
       ), aside AS (
         DELETE FROM parked_entry WHERE collection_id = $1 AND person_id = ANY($2::uuid[])
         RETURNING person_id, message, added_at
       )
       SELECT person_id AS "personId", message, added_at AS "addedAt"
       FROM (SELECT * FROM shown UNION ALL SELECT * FROM aside) AS taken`,
      [collectionId, personIds],
    );
  }

  /** The last step of taking. While the collection is hidden nobody sees it go. */
  async tellTaken(
    tx: JournalTransaction,
    collectionId: string,
    to: readonly string[],
  ): Promise<void> {
    if (to.length === 0 || (await this.library.isHidden(tx.db, collectionId))) return;
    const [about] = await tx.db.query<{ title: string; by: string; ownerId: string }[]>(
      `SELECT c.title, p.display_name AS by, c.owner_id AS "ownerId" FROM collection AS c JOIN person AS p ON p.id = c.owner_id WHERE c.id = $1`,
      [collectionId],
    );
    if (!about) throw new Problem('not-found');
    const { ownerId, ...named } = about;
    const notice = { collectionId, ...named };
    await tx.append({
      name: 'collectionRemoved',
      to,
      data: { ...notice, ownerId, reason: 'withdrawn' },
      notice,
    });
  }

  /**
   * Gives back what was taken, with its date and message, to those who have not come by it again. Hold its row. While the
   * collection is hidden it is put aside, and comes back with it.
   */
  async giveBack(
    tx: JournalTransaction,
    collectionId: string,
    entries: readonly TakenEntry[],
  ): Promise<void> {
    if (await this.library.isHidden(tx.db, collectionId)) {
      await tx.db.query(
        `INSERT INTO parked_entry (collection_id, person_id, message, added_at) ${THESE} ON CONFLICT DO NOTHING`,
        [collectionId, ...columnsOf(entries)],
      );
      return;
    }
    const back = await tx.db.query<TakenEntry[]>(
      `INSERT INTO library_entry (collection_id, person_id, message, added_at, role)
       SELECT *, 'follower' FROM (${THESE}) AS back ON CONFLICT DO NOTHING
       RETURNING person_id AS "personId", message, added_at AS "addedAt"`,
      [collectionId, ...columnsOf(entries)],
    );
    await tx.lockStreams(back.map(({ personId }) => personId));
    await this.tell(
      tx,
      collectionId,
      back.map(({ personId, ...entry }) => ({ to: [personId], ...entry })),
    );
  }

  /** Tells followers who have entered; those with the same date and message together. */
  private async tell(
    tx: JournalTransaction,
    collectionId: string,
    groups: readonly (Pick<TakenEntry, 'message' | 'addedAt'> & { to: readonly string[] })[],
  ): Promise<void> {
    const [first] = groups.flatMap(({ to }) => to);
    if (first === undefined) return;
    const row = await this.library.row(tx.db, first, collectionId);
    const cards = await tx.db.query<Card[]>(CARDS, [collectionId]);
    const shared = {
      key: bodyKey(collectionId, row.rev),
      data: { collection: sharedCollection(row, cards) },
    };
    const notice = { collectionId, title: row.title, by: row.owner_name };
    for (const { to, message, addedAt } of groups) {
      const data = { role: 'follower' as const, addedAt: addedAt.toISOString(), message };
      await tx.append({ name: 'newCollection', to, data, shared, notice });
    }
  }

  private async hold({ db }: JournalTransaction, collectionId: string): Promise<void> {
    // FOR SHARE: against edits, which would not yet know this follower; other imports go on beside.
    const [standing] = await db.query<{ frozen: boolean; hidden: boolean }[]>(
      `SELECT frozen_at IS NOT NULL AS frozen, hidden_at IS NOT NULL AS hidden
       FROM collection WHERE id = $1 FOR SHARE`,
      [collectionId],
    );
    if (!standing) throw new Problem('not-found');
    if (standing.frozen) throw new Problem('collection-frozen');
    if (standing.hidden) throw new Problem('collection-hidden');
  }
}
