import { Injectable } from '@nestjs/common';
import type { Card, ImportResult } from '@cartable/contract';
import { JournalService, JournalTransaction } from '../../platform/journal/journal.service';
import { Problem } from '../../platform/problems/problem';
import { CARDS, collectionOf, sharedCollection } from '../collection-row';
import { LibraryService } from './library.service';

/** Somebody who is about to follow a collection. */
export interface Follow {
  personId: string;
  collectionId: string;
  message: string;
  at: Date;
}

/** Lets people follow collections, and tells their screens. */
@Injectable()
export class FollowingService {
  constructor(
    private readonly journal: JournalService,
    private readonly library: LibraryService,
  ) {}

  /** Gives a collection to a person without a code; who has it keeps it as it is. */
  give(personId: string, collectionId: string): Promise<void> {
    return this.journal.transaction(async (tx) => {
      const follow = { personId, collectionId, message: '', at: new Date() };
      if (await this.enter(tx, follow)) await this.tell(tx, follow);
    });
  }

  /** Steps 1 and 2 of docs/decisions/0003: holds the collection, writes the entry. False: it is there already. */
  async enter({ db }: JournalTransaction, follow: Follow): Promise<boolean> {
    // FOR SHARE: against edits, which would not yet know this follower; other imports go on beside.
    const standing = await db.query<unknown[]>(
      'SELECT 1 FROM collection WHERE id = $1 AND frozen_at IS NULL FOR SHARE',
      [follow.collectionId],
    );
    if (standing.length === 0) throw new Problem('share-code-unknown');
    return this.library.add(db, { ...follow, role: 'follower' });
  }

  /** The last step: the event, and the answer that says the same. */
  async tell(
    tx: JournalTransaction,
    { personId, collectionId, message }: Follow,
  ): Promise<ImportResult> {
    const row = await this.library.row(tx.db, personId, collectionId);
    const cards = await tx.db.query<Card[]>(CARDS, [collectionId]);
    const importedAt = row.added_at.toISOString();
    await tx.append({
      name: 'newCollection',
      to: [personId],
      data: { role: 'follower', addedAt: importedAt, message },
      shared: {
        key: `collection:${collectionId}:at:${row.rev}`,
        data: { collection: sharedCollection(row, cards) },
      },
      notice: { collectionId, title: row.title, by: row.owner_name },
    });
    return { collection: { ...collectionOf(row), cards }, message, importedAt };
  }
}
