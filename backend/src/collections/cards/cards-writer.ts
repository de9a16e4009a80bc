import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Card, limits, NewCard } from '@cartable/contract';
import { Problem } from '../../platform/problems/problem';

/** Room between neighbours, so that a move changes one row. */
export const STEP = 1024;

const bytesOf = ({ front, back }: NewCard) => Buffer.byteLength(front) + Buffer.byteLength(back);

interface Totals {
  id: string;
  card_count: number;
  bytes: number;
}

/** Writes rows of cards and keeps their collection's totals, within its limits. The caller holds the collection's lock. */
@Injectable()
export class CardsWriter {
  /** Adds cards at the end, in one statement. */
  async append(
    db: EntityManager,
    collection: Totals,
    cards: readonly NewCard[],
    rev: number,
  ): Promise<Card[]> {
    if (cards.length === 0) return [];
    await this.grow(
      db,
      collection,
      cards.length,
      cards.reduce((sum, card) => sum + bytesOf(card), 0),
    );
    return db.query<Card[]>(
      `INSERT INTO card (collection_id, front, back, position, rev)
       SELECT $1, front, back, last.position + ordinality * $4, $5
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS fresh(front, back, ordinality),
            (SELECT COALESCE(MAX(position), 0) AS position FROM card WHERE collection_id = $1) AS last
       RETURNING id, front, back, position, rev`,
      [collection.id, cards.map((c) => c.front), cards.map((c) => c.back), STEP, rev],
    );
  }

  async insert(
    db: EntityManager,
    collection: Totals,
    card: NewCard,
    position: number,
    rev: number,
  ): Promise<Card> {
    await this.grow(db, collection, 1, bytesOf(card));
    const [row] = await db.query<Card[]>(
      `INSERT INTO card (collection_id, front, back, position, rev) VALUES ($1, $2, $3, $4, $5)
       RETURNING id, front, back, position, rev`,
      [collection.id, card.front, card.back, position, rev],
    );
    return row as Card;
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
