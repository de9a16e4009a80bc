import { Injectable } from '@nestjs/common';
import { createLRU } from 'lru.min';
import { DataSource } from 'typeorm';
import type { Card, SharedCollectionWithCards } from '@cartable/contract';
import { CARDS, SHARED, sharedCollection, SharedRow } from '../collection-row';

/** Bodies that are held in memory: at most 64 of half a megabyte. A larger one is read again each time. */
const MOST_HELD = 64;
const LARGEST_HELD = 512 * 1024;

/** The key of a collection's body in the journal, of `c`. Never the same for two states: {@link bodyKey} in SQL. */
export const BODY_KEY = `'collection:' || c.id || ':at:' || c.rev`;
export const bodyKey = (collectionId: string, rev: number) =>
  `collection:${collectionId}:at:${rev}`;

/** A collection at a revision, the same for everybody who has it. */
export interface CollectionBody {
  collection: SharedCollectionWithCards;
  /** As JSON. */
  bytes: number;
}

/**
 * Collections as `newCollection` carries them: built once a revision, stored once in the journal (`event_body`), and held in memory
 * while a class imports them.
 */
@Injectable()
export class CollectionBodies {
  private readonly held = createLRU<string, CollectionBody>({ max: MOST_HELD });
  private readonly keeping = new Map<string, Promise<boolean>>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Stores the body of the collection's present state, where it does not stand yet; a class that comes at once does it once. False:
   * nobody may follow the collection any more.
   */
  keep(collectionId: string): Promise<boolean> {
    const keeping =
      this.keeping.get(collectionId) ??
      this.store(collectionId).finally(() => this.keeping.delete(collectionId));
    this.keeping.set(collectionId, keeping);
    return keeping;
  }

  /** The body that an event of the journal refers to. */
  async of(collectionId: string, rev: number): Promise<CollectionBody> {
    const key = bodyKey(collectionId, rev);
    const held = this.held.get(key);
    if (held) return held;
    const [row] = await this.dataSource.query<{ body: Pick<CollectionBody, 'collection'> }[]>(
      'SELECT body FROM event_body WHERE key = $1',
      [key],
    );
    if (!row) throw new Error(`the journal has no body ${key}`);
    return this.hold(key, row.body.collection);
  }

  private async store(collectionId: string): Promise<boolean> {
    const body = await this.read(collectionId);
    if (!body || body.frozen) return false;
    const key = bodyKey(collectionId, body.rev);
    await this.dataSource.query(
      'INSERT INTO event_body (key, body) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [key, JSON.stringify({ collection: body })],
    );
    this.hold(key, body);
    return true;
  }

  private hold(key: string, collection: SharedCollectionWithCards): CollectionBody {
    const body = { collection, bytes: Buffer.byteLength(JSON.stringify(collection)) };
    if (body.bytes <= LARGEST_HELD) this.held.set(key, body);
    return body;
  }

  /** Row and cards as one moment shows them. */
  private read(collectionId: string): Promise<SharedCollectionWithCards | null> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const [row] = await tx.query<SharedRow[]>(`${SHARED} WHERE c.id = $1`, [collectionId]);
      return row ? sharedCollection(row, await tx.query<Card[]>(CARDS, [collectionId])) : null;
    });
  }
}
