import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Card } from '@cartable/contract';
import { Problem } from '../../platform/problems/problem';
import { CARDS } from '../collection-row';
import { STEP } from './cards-writer';

interface Neighbours {
  before: number | null;
  next: number | null;
}

/** Where a card goes, and which others had to make room. */
export interface Place {
  position: number;
  moved: Card[];
}

/** Finds places in a collection's order. The caller holds the collection's lock. */
@Injectable()
export class CardPositions {
  /** The place after the card `after`; null: the first; undefined: the last. `moving` does not count as a neighbour. */
  async place(
    db: EntityManager,
    collectionId: string,
    after: string | null | undefined,
    rev: number,
    moving?: string,
  ): Promise<Place> {
    const found = await this.between(db, collectionId, after, moving);
    if (found !== null) return { position: found, moved: [] };
    const moved = await this.spread(db, collectionId, rev);
    const position = await this.between(db, collectionId, after, moving);
    if (position === null) throw new Error('no room between cards that were just spread');
    return { position, moved };
  }

  private async between(
    db: EntityManager,
    collectionId: string,
    after: string | null | undefined,
    moving?: string,
  ): Promise<number | null> {
    const { before, next } = await this.neighbours(db, collectionId, after, moving);
    if (next === null) return (before ?? 0) + STEP;
    const middle = Math.floor(((before ?? next - 2 * STEP) + next) / 2);
    return middle > (before ?? -Infinity) && middle < next ? middle : null;
  }

  private async neighbours(
    db: EntityManager,
    collectionId: string,
    after: string | null | undefined,
    moving = '00000000-0000-0000-0000-000000000000',
  ): Promise<Neighbours> {
    if (after === undefined || after === null) {
      const edge =
        after === undefined ? 'MAX(position) AS before, NULL' : 'NULL AS before, MIN(position)';
      const [row] = await db.query<Neighbours[]>(
        `SELECT ${edge} AS next FROM card WHERE collection_id = $1 AND id <> $2`,
        [collectionId, moving],
      );
      return row as Neighbours;
    }
    const [row] = await db.query<Neighbours[]>(
      `SELECT c.position AS before, (
         SELECT MIN(n.position) FROM card AS n
         WHERE n.collection_id = $1 AND n.position > c.position AND n.id <> $3
       ) AS next FROM card AS c WHERE c.collection_id = $1 AND c.id = $2`,
      [collectionId, after, moving],
    );
    if (!row)
      throw new Problem('validation-failed', { errors: [{ path: 'after', reason: 'unknown' }] });
    return row;
  }

  /** Numbers all cards anew, with room between them. */
  private async spread(db: EntityManager, collectionId: string, rev: number): Promise<Card[]> {
    await db.query(
      `UPDATE card AS c SET position = o.place * $2, rev = $3
       FROM (SELECT id, row_number() OVER (ORDER BY position, id)::int AS place FROM card WHERE collection_id = $1) AS o
       WHERE c.id = o.id`,
      [collectionId, STEP, rev],
    );
    return db.query<Card[]>(CARDS, [collectionId]);
  }
}
