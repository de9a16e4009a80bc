import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AddedCard, Card, CardBatch, CardPatch, NewCardBody } from '@cartable/contract';
import { Problem } from '../../platform/problems/problem';
import { CollectionEditing } from '../collection-editing';
import { CardPositions } from './card-positions';
import { CardsWriter } from './cards-writer';

/** Adding, editing, moving and removing cards of a collection of one's own. */
@Injectable()
export class CardsService {
  constructor(
    private readonly editing: CollectionEditing,
    private readonly writer: CardsWriter,
    private readonly positions: CardPositions,
  ) {}

  /** Adding a card again, told by its id, answers the one that stands. */
  add(ownerId: string, collectionId: string, { after, ...card }: NewCardBody): Promise<Card> {
    return this.editing.change(ownerId, collectionId, async ({ db, collection, rev }) => {
      const [standing] = await this.standing(db, collectionId, [card]);
      if (standing) return { change: null, result: standing };
      const { position, moved } = await this.positions.place(db, collectionId, after, rev);
      const result = await this.writer.insert(db, collection, card, position, rev);
      return { change: { cards: [...moved, result] }, result };
    });
  }

  /** The same for many, as one change. */
  addMany(ownerId: string, collectionId: string, wanted: AddedCard[]): Promise<CardBatch> {
    return this.editing.change(ownerId, collectionId, async ({ db, collection, rev }) => {
      const standing = await this.standing(db, collectionId, wanted);
      const known = new Set(standing.map(({ id }) => id));
      const fresh = wanted.filter(({ id }) => !id || !known.has(id));
      if (fresh.length === 0) {
        return { change: null, result: { rev: collection.rev, cards: standing } };
      }
      const cards = await this.writer.append(db, collection, fresh, rev);
      return { change: { cards }, result: { rev, cards: [...standing, ...cards] } };
    });
  }

  /** Refuses with `collection-stale` when this very card changed after the revision that the editor saw. */
  patch(ownerId: string, collectionId: string, cardId: string, patch: CardPatch): Promise<Card> {
    return this.editing.change(ownerId, collectionId, async (editing) => {
      const { db, collection, rev } = editing;
      const before = await this.card(db, collectionId, cardId);
      if (before.rev > patch.rev) return this.editing.refuseStale(editing);
      const { front = before.front, back = before.back, after } = patch;
      if (after === cardId) {
        throw new Problem('validation-failed', { errors: [{ path: 'after', reason: 'itself' }] });
      }
      const same = front === before.front && back === before.back && after === undefined;
      if (same) return { change: null, result: before };
      const { position, moved } =
        after === undefined
          ? { position: before.position, moved: [] }
          : await this.positions.place(db, collectionId, after, rev, cardId);
      const result: Card = { id: cardId, front, back, position, rev };
      await this.writer.update(db, collection, before, result);
      const others = moved.filter(({ id }) => id !== cardId);
      return { change: { cards: [...others, result] }, result };
    });
  }

  remove(ownerId: string, collectionId: string, cardId: string): Promise<{ rev: number }> {
    return this.editing.change(ownerId, collectionId, async ({ db, collection, rev }) => {
      await this.writer.remove(db, collection, await this.card(db, collectionId, cardId));
      return { change: { removed: [cardId] }, result: { rev } };
    });
  }

  private async standing(
    db: EntityManager,
    collectionId: string,
    wanted: AddedCard[],
  ): Promise<Card[]> {
    const ids = wanted.flatMap(({ id }) => id ?? []);
    if (ids.length === 0) return [];
    return db.query<Card[]>(
      'SELECT id, front, back, position, rev FROM card WHERE collection_id = $1 AND id = ANY($2) ORDER BY position',
      [collectionId, ids],
    );
  }

  private async card(db: EntityManager, collectionId: string, cardId: string): Promise<Card> {
    const [card] = await db.query<Card[]>(
      'SELECT id, front, back, position, rev FROM card WHERE collection_id = $1 AND id = $2',
      [collectionId, cardId],
    );
    if (!card) throw new Problem('not-found');
    return card;
  }
}
