import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  Collection,
  CollectionPatch,
  CollectionWithCards,
  DeleteCollectionQuery,
  NewCollectionBody,
} from '@cartable/contract';
import type { Principal } from '../platform/identity/principal';
import { JournalService, JournalTransaction } from '../platform/journal/journal.service';
import { Problem } from '../platform/problems/problem';
import { CardsWriter } from './cards/cards-writer';
import { CollectionEditing } from './collection-editing';
import { collectionOf, CollectionRow, sharedCollection } from './collection-row';
import { LibraryService } from './library/library.service';

/** Making, renaming and deleting collections. */
@Injectable()
export class CollectionsService {
  constructor(
    private readonly journal: JournalService,
    private readonly library: LibraryService,
    private readonly editing: CollectionEditing,
    private readonly cards: CardsWriter,
  ) {}

  /** Makes a collection; its owner's other screens learn of it as of any new one. */
  create(
    owner: Pick<Principal, 'id' | 'displayName'>,
    body: NewCollectionBody,
  ): Promise<CollectionWithCards> {
    return this.journal.transaction(async (tx) => {
      const id = await this.insert(tx.db, owner.id, body);
      const cards = await this.cards.append(
        tx.db,
        { id, card_count: 0, bytes: 0 },
        body.cards ?? [],
        1,
      );
      await this.library.add(tx.db, {
        personId: owner.id,
        collectionId: id,
        role: 'owner',
        message: '',
        at: new Date(),
      });
      const row = await this.library.row(tx.db, owner.id, id);
      await tx.append({
        name: 'newCollection',
        to: [owner.id],
        data: {
          collection: sharedCollection(row, cards),
          role: 'owner',
          addedAt: row.added_at.toISOString(),
          message: '',
        },
      });
      return { ...collectionOf(row), cards };
    });
  }

  patch(owner: Principal, id: string, { rev, ...patch }: CollectionPatch): Promise<Collection> {
    return this.editing.change(owner.id, id, async (editing) => {
      const { db, collection } = editing;
      if (rev !== collection.rev) return this.editing.refuseStale(editing);
      const { title = collection.title, description = collection.description } = patch;
      if (title === collection.title && description === collection.description) {
        return { change: null, result: collectionOf(collection) };
      }
      await db.query('UPDATE collection SET title = $2, description = $3 WHERE id = $1', [
        id,
        title,
        description,
      ]);
      const result = { ...collectionOf(collection), title, description, rev: editing.rev };
      return { change: { title, description }, result };
    });
  }

  /** An owner deletes, and says what becomes of the followers' copies; a follower leaves. */
  remove(person: Principal, id: string, { followers }: DeleteCollectionQuery): Promise<void> {
    return this.journal.transaction(async (tx) => {
      await tx.db.query('SELECT 1 FROM collection WHERE id = $1 FOR NO KEY UPDATE', [id]);
      const row = await this.library.row(tx.db, person.id, id);
      if (row.role === 'follower') return this.leave(tx, person.id, row);
      const others = (await this.library.readers(tx.db, id)).filter(
        (reader) => reader !== person.id,
      );
      if (others.length > 0 && !followers) {
        throw new Problem('followers-choice-needed', { followers: others.length });
      }
      return others.length > 0 && followers === 'keep'
        ? this.freeze(tx, row, others)
        : this.withdraw(tx, row, others);
    });
  }

  private async insert(
    db: EntityManager,
    ownerId: string,
    { title, description }: NewCollectionBody,
  ) {
    const [row] = await db.query<{ id: string }[]>(
      'INSERT INTO collection (owner_id, title, description) VALUES ($1, $2, $3) RETURNING id',
      [ownerId, title, description ?? ''],
    );
    return (row as { id: string }).id;
  }

  private async leave(tx: JournalTransaction, personId: string, row: CollectionRow): Promise<void> {
    await this.library.remove(tx.db, personId, row.id);
    await this.tellRemoved(tx, [personId], row, 'left');
  }

  /** The collection stays as it is for who follows it; its owner has it no longer, its codes are revoked. */
  private async freeze(
    tx: JournalTransaction,
    row: CollectionRow,
    followers: string[],
  ): Promise<void> {
    const rev = row.rev + 1;
    const at = new Date();
    await tx.db.query(
      'UPDATE collection SET frozen_at = $2, updated_at = $2, rev = $3 WHERE id = $1',
      [row.id, at, rev],
    );
    await tx.db.query(
      'UPDATE share_code SET revoked_at = $2 WHERE collection_id = $1 AND revoked_at IS NULL',
      [row.id, at],
    );
    await this.library.remove(tx.db, row.owner_id, row.id);
    await this.tellInOrder(tx, row, followers, async () =>
      tx.append({
        name: 'collectionUpdated',
        to: followers,
        data: {},
        shared: {
          key: `collection:${row.id}:to:${rev}`,
          data: {
            collectionId: row.id,
            rev,
            frozen: true,
            cardCount: row.card_count,
            updatedAt: at.toISOString(),
            cards: [],
            removed: [],
          },
        },
      }),
    );
  }

  private async withdraw(
    tx: JournalTransaction,
    row: CollectionRow,
    followers: string[],
  ): Promise<void> {
    await tx.db.query('DELETE FROM collection WHERE id = $1', [row.id]);
    await this.tellInOrder(tx, row, followers, async () => {
      if (followers.length > 0) await this.tellRemoved(tx, followers, row, 'withdrawn');
    });
  }

  /** Two events lock stream heads twice: all of them are locked first, in one order, so that no two deletions wait for each other. */
  private async tellInOrder(
    tx: JournalTransaction,
    row: CollectionRow,
    followers: string[],
    tellFollowers: () => Promise<void>,
  ): Promise<void> {
    await tx.lockStreams([row.owner_id, ...followers]);
    await tellFollowers();
    await this.tellRemoved(tx, [row.owner_id], row, 'deleted');
  }

  private tellRemoved(
    tx: JournalTransaction,
    to: string[],
    row: CollectionRow,
    reason: 'deleted' | 'withdrawn' | 'left',
  ): Promise<void> {
    const notice = { collectionId: row.id, title: row.title, by: row.owner_name };
    return tx.append({
      name: 'collectionRemoved',
      to,
      data: { ...notice, ownerId: row.owner_id, reason },
      ...(reason === 'withdrawn' && { notice }),
    });
  }
}
