import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AddedCard, Card, limits, NewCard } from '@cartable/contract';
import { Problem } from '../../platform/problems/problem';

/** Room between neighbours, so that a move changes one row. */
export const STEP = 1024;

const bytesOf = ({ front, back }: NewCard) => Buffer.byteLength(front) + Buffer.byteLength(back);

const idTaken = () =>
  new Problem('validation-failed', { errors: [{ path: 'id', reason: 'taken' }] });

interface Totals {
  id: string;
  card_count: number;
  bytes: number;
}

/** Writes rows of cards and keeps their collection's totals, within its limits. The caller holds the collection's lock. */
@Injectable()
export class CardsWriter {
  /** Adds cards at the end, in one statement. Refuses an id that another collection's card has. */
  async append(
    db: EntityManager,
    collection: Totals,
    cards: readonly AddedCard[],
    rev: number,
  ): Promise<Card[]> {
    if (cards.length === 0) return [];
    await this.grow(
      db,
      collection,
      cards.length,
      cards.reduce((sum, card) => sum + bytesOf(card), 0),
    );
    const rows = await db.query<Card[]>(
      `INSERT INTO card (id, collection_id, front, back, position, rev)
       SELECT fresh.id, $1, front, back, last.position + ordinality * $5, $6
       FROM unnest($2::uuid[], $3::text[], $4::text[]) WITH ORDINALITY AS fresh(id, front, back, ordinality),
            (SELECT COALESCE(MAX(position), 0) AS position FROM card WHERE collection_id = $1) AS last
       ON CONFLICT DO NOTHING
       RETURNING id, front, back, position, rev`,
      [
        collection.id,
        cards.map(({ id }) => id ?? randomUUID()),
        cards.map(({ front }) => front),
        cards.map(({ back }) => back),
        STEP,
        rev,
      ],
    );
    if (rows.length < cards.length) throw idTaken();
    return rows;
  }

  async insert(
    db: EntityManager,
    collection: Totals,
    card: AddedCard,
    position: number,
    rev: number,
  ): Promise<Card> {
    await this.grow(db, collection, 1, bytesOf(card));
    const [row] = await db.query<Card[]>(
      `INSERT INTO card (id, collection_id, front, back, position, rev) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING RETURNING id, front, back, position, rev`,
      [card.id ?? randomUUID(), collection.id, card.front, card.back, position, rev],
    );
    if (!row) throw idTaken();
    return row;
  }

  async update(db: EntityManager, collection: Totals, before: Card, after: Card): Promise<void> {
    await this.grow(db, collection, 0, bytesOf(after) - bytesOf(before));
    await db.query('UPDATE card SET front = $2, back = $3, position = $4, rev = $5 WHERE id = $1', [
      after.id,
      after.front,
      after.back,
      after.position,
      after.rev,
    ]);
  }

  async remove(db: EntityManager, collection: Totals, card: Card): Promise<void> {
    await this.grow(db, collection, -1, -bytesOf(card));
    await db.query('DELETE FROM card WHERE id = $1', [card.id]);
  }

  private async grow(
    db: EntityManager,
    { id, card_count, bytes }: Totals,
    cards: number,
    size: number,
  ) {
    const tooMany = cards > 0 && card_count + cards > limits.cardsPerCollection;
    const tooLarge = size > 0 && bytes + size > limits.collectionBytes;
    if (tooMany || tooLarge) throw new Problem('collection-full');
    await db.query(
      'UPDATE collection SET card_count = card_count + $2, bytes = bytes + $3 WHERE id = $1',
      [id, cards, size],
    );
  }
}
