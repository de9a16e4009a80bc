import { Injectable } from '@nestjs/common';
import type { Erased, ErasureQuery } from '@cartable/contract';
import { JournalErasure } from '../platform/journal/journal-erasure';
import type { JournalTransaction } from '../platform/journal/journal.service';

/** Whose collections and name are to go. `heir` is the account under which kept collections go on. */
export interface Leaving {
  id: string;
  displayName: string;
  heir: { id: string; displayName: string };
}

interface Owned {
  id: string;
  title: string;
  rev: number;
  cardCount: number;
  hidden: boolean;
  followers: string[];
}

/** What the person $1 has, had before it was hidden or withdrawn, or has reported: whoever locks rows of theirs there holds the collection. */
const CONCERNED = `
  SELECT id FROM collection WHERE owner_id = $1
  UNION SELECT collection_id FROM library_entry WHERE person_id = $1
  UNION SELECT collection_id FROM parked_entry WHERE person_id = $1
  UNION SELECT collection_id FROM report WHERE reporter_id = $1
  UNION SELECT w.collection_id FROM withdrawn_entry AS e JOIN withdrawal AS w ON w.id = e.withdrawal_id WHERE e.person_id = $1`;

/** What becomes of collections, and of what others were told of them, when the account of their owner is erased. */
@Injectable()
export class CollectionsErasure {
  constructor(private readonly journal: JournalErasure) {}

  /** As part of the transaction that erases the account, before the account itself. Collections that nobody else has go in any case. */
  async erase(
    tx: JournalTransaction,
    person: Leaving,
    choice: ErasureQuery['collections'],
  ): Promise<Erased> {
    await tx.db.query(
      `SELECT FROM collection WHERE id IN (${CONCERNED}) ORDER BY id FOR NO KEY UPDATE`,
      [person.id],
    );
    const owned = await this.ownedBy(tx, person.id);
    const kept = owned.filter(
      ({ followers, hidden }) => choice === 'keep' && (followers.length > 0 || hidden),
    );
    const withdrawn = owned.filter((collection) => !kept.includes(collection));
    const forgotten = {
      personId: person.id,
      displayName: person.displayName,
      kept: kept.map(({ id }) => id),
      gone: withdrawn.flatMap(keysOf),
      heir: person.heir,
    };
    await this.handOver(tx, kept, person.heir.id);
    await tx.db.query(
      `UPDATE share_code SET message = '', revoked_at = COALESCE(revoked_at, now()) WHERE collection_id = ANY($1)`,
      [owned.map(({ id }) => id)],
    );
    await tx.db.query('DELETE FROM collection WHERE id = ANY($1)', [withdrawn.map(({ id }) => id)]);
    const readers = owned.flatMap(({ followers }) => followers);
    await tx.lockStreams([
      ...new Set([person.id, ...readers, ...(await this.journal.touched(tx.db, forgotten))]),
    ]);
    const events = await this.journal.forget(tx.db, forgotten);
    for (const collection of kept) await this.tellFrozen(tx, collection, person.heir);
    for (const collection of withdrawn) await this.tellWithdrawn(tx, collection);
    return { kept: kept.length, withdrawn: withdrawn.length, events };
  }

  private ownedBy({ db }: JournalTransaction, ownerId: string): Promise<Owned[]> {
    return db.query<Owned[]>(
      `SELECT c.id, c.title, c.rev, c.card_count AS "cardCount", c.hidden_at IS NOT NULL AS hidden,
         ARRAY(SELECT e.person_id FROM library_entry AS e WHERE e.collection_id = c.id AND e.person_id <> $1) AS followers
       FROM collection AS c WHERE c.owner_id = $1 ORDER BY c.id`,
      [ownerId],
    );
  }

  private async handOver({ db }: JournalTransaction, kept: Owned[], heirId: string) {
    const ids = kept.map(({ id }) => id);
    await db.query(
      `UPDATE collection SET owner_id = $2, rev = rev + 1, frozen_at = COALESCE(frozen_at, now()), updated_at = now()
       WHERE id = ANY($1)`,
      [ids, heirId],
    );
    await db.query(`DELETE FROM library_entry WHERE collection_id = ANY($1) AND role = 'owner'`, [
      ids,
    ]);
  }

  private async tellFrozen(
    tx: JournalTransaction,
    { id, rev, cardCount, followers }: Owned,
    owner: Leaving['heir'],
  ): Promise<void> {
    if (followers.length === 0) return;
    const data = {
      collectionId: id,
      rev: rev + 1,
      frozen: true,
      owner,
      cardCount,
      updatedAt: new Date().toISOString(),
      cards: [],
      removed: [],
    };
    const shared = { key: `collection:${id}:to:${rev + 1}`, data };
    await tx.append({ name: 'collectionUpdated', to: followers, data: {}, shared });
  }

  private async tellWithdrawn(
    tx: JournalTransaction,
    { id, title, followers }: Owned,
  ): Promise<void> {
    if (followers.length === 0) return;
    const notice = { collectionId: id, title, by: '' };
    const data = { ...notice, reason: 'withdrawn' as const };
    await tx.append({ name: 'collectionRemoved', to: followers, data, notice });
  }
}

/** Bodies of all its revisions, whether there are such or not. */
const keysOf = ({ id, rev }: Owned): string[] =>
  Array.from({ length: rev }, (_, before) => [
    `collection:${id}:at:${before + 1}`,
    `collection:${id}:to:${before + 1}`,
  ]).flat();
