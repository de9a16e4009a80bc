import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Card, CollectionWithCards, EventData } from '@cartable/contract';
import { JournalService, JournalTransaction } from '../platform/journal/journal.service';
import { Problem } from '../platform/problems/problem';
import { CARDS, collectionOf, CollectionRow } from './collection-row';
import { LibraryService } from './library/library.service';

/** A collection that its owner holds locked for a change. `rev` is the revision that the change makes. */
export interface Editing {
  db: EntityManager;
  collection: CollectionRow;
  rev: number;
}

type Change = Partial<
  Pick<EventData<'collectionUpdated'>, 'title' | 'description' | 'frozen' | 'cards' | 'removed'>
>;

interface Totals {
  card_count: number;
  updated_at: Date;
}

/** Every change of a collection goes through here: one lock, one revision, one event to everybody who has it. */
@Injectable()
export class CollectionEditing {
  constructor(
    private readonly journal: JournalService,
    private readonly library: LibraryService,
  ) {}

  /**
   * Runs `work` on a collection of the owner's. What it returns as `change` is told to all readers; null: nothing was
   * changed. Others get `not-found`, followers `forbidden`, frozen ones `collection-frozen`.
   */
  change<T>(
    ownerId: string,
    collectionId: string,
    work: (editing: Editing) => Promise<{ change: Change | null; result: T }>,
  ): Promise<T> {
    return this.journal.transaction(async (tx) => {
      const collection = await this.lockOwn(tx.db, ownerId, collectionId);
      const rev = collection.rev + 1;
      const { change, result } = await work({ db: tx.db, collection, rev });
      if (change) await this.tell(tx, collectionId, rev, change);
      return result;
    });
  }

  /** Locks the collection against other changes and against imports, which hold it FOR SHARE. */
  async lockOwn(db: EntityManager, ownerId: string, collectionId: string): Promise<CollectionRow> {
    await db.query('SELECT 1 FROM collection WHERE id = $1 FOR NO KEY UPDATE', [collectionId]);
    return this.own(db, ownerId, collectionId);
  }

  /** The owner's collection; `not-found` for who does not have it, `forbidden` for who follows it, `collection-frozen` when its owner let it go. */
  async own(db: EntityManager, ownerId: string, collectionId: string): Promise<CollectionRow> {
    const row = await this.library.row(db, ownerId, collectionId);
    if (row.role !== 'owner') throw new Problem(row.frozen_at ? 'collection-frozen' : 'forbidden');
    return row;
  }

  /** Refuses with the present state, for who edits what they no longer see. */
  async refuseStale({ db, collection }: Editing): Promise<never> {
    const cards = await db.query<Card[]>(CARDS, [collection.id]);
    const current: CollectionWithCards = { ...collectionOf(collection), cards };
    throw new Problem('collection-stale', { current });
  }

  private async tell(tx: JournalTransaction, collectionId: string, rev: number, change: Change) {
    const [totals] = await tx.db.query<[Totals[]]>(
      'UPDATE collection SET rev = $2, updated_at = clock_timestamp() WHERE id = $1 RETURNING card_count, updated_at',
      [collectionId, rev],
    );
    const { card_count: cardCount, updated_at: updatedAt } = totals[0] as Totals;
    await tx.append({
      name: 'collectionUpdated',
      to: await this.library.readers(tx.db, collectionId),
      data: {},
      shared: {
        key: `collection:${collectionId}:to:${rev}`,
        data: {
          collectionId,
          rev,
          cardCount,
          updatedAt: updatedAt.toISOString(),
          cards: [],
          removed: [],
          ...change,
        },
      },
    });
  }
}
