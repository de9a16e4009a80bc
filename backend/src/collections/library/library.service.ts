import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type {
  Card,
  CollectionPage,
  CollectionWithCards,
  ImportResult,
  PageQuery,
  ShareCodePreview,
} from '@cartable/contract';
import { JournalReader } from '../../platform/journal/journal-reader';
import { decodeCursor, toPage, UUID } from '../../platform/paging/keyset';
import { Problem } from '../../platform/problems/problem';
import { CARDS, collectionOf, CollectionRow, MINE } from '../collection-row';

type About = Pick<ShareCodePreview, 'title' | 'description' | 'cardCount' | 'teacher'>;
type NewEntry = Pick<CollectionRow, 'role' | 'message'> & {
  personId: string;
  collectionId: string;
  at: Date;
};

/** Who has which collections, and what they see of them. */
@Injectable()
export class LibraryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: JournalReader,
  ) {}

  /** A person's collections, newest first, and where their stream stood before they were read. */
  async page(personId: string, { limit, cursor }: PageQuery): Promise<CollectionPage> {
    const { epoch, seq } = await this.journal.bounds(personId);
    const from = cursor ? decodeCursor(cursor, UUID) : null;
    const rows = await this.dataSource.query<CollectionRow[]>(
      `${MINE} WHERE e.person_id = $1 AND ($2::timestamptz IS NULL OR (e.added_at, e.collection_id) < ($2, $3::uuid))
       ORDER BY e.added_at DESC, e.collection_id DESC LIMIT $4`,
      [personId, from?.at ?? null, from?.id ?? null, limit + 1],
    );
    const keyOf = (row: CollectionRow) => ({ at: row.added_at, id: row.id });
    return { ...toPage(rows, limit, keyOf, collectionOf), stream: { epoch, seq } };
  }

  /** One collection with its cards as one moment shows them; `not-found` unless it is in the person's list. */
  read(personId: string, collectionId: string): Promise<CollectionWithCards> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const row = await this.row(tx, personId, collectionId);
      return { ...collectionOf(row), cards: await tx.query<Card[]>(CARDS, [collectionId]) };
    });
  }

  async row(db: EntityManager, personId: string, collectionId: string): Promise<CollectionRow> {
    const row = await this.find(db, personId, collectionId);
    if (!row) throw new Problem('not-found');
    return row;
  }

  async find(
    db: EntityManager,
    personId: string,
    collectionId: string,
  ): Promise<CollectionRow | undefined> {
    const [row] = await db.query<CollectionRow[]>(
      `${MINE} WHERE e.person_id = $1 AND e.collection_id = $2`,
      [personId, collectionId],
    );
    return row;
  }

  /** Whether administrators have taken it away from all but its owner. */
  async isHidden(db: EntityManager, collectionId: string): Promise<boolean> {
    const rows = await db.query<unknown[]>(
      'SELECT FROM collection WHERE id = $1 AND hidden_at IS NOT NULL',
      [collectionId],
    );
    return rows.length > 0;
  }

  /** What a stranger who holds a code learns of a collection. */
  async about(collectionId: string): Promise<About> {
    const [row] = await this.dataSource.query<About[]>(
      `SELECT c.title, c.description, c.card_count AS "cardCount", p.display_name AS teacher
       FROM collection AS c JOIN person AS p ON p.id = c.owner_id WHERE c.id = $1`,
      [collectionId],
    );
    if (!row) throw new Problem('share-code-unknown');
    return row;
  }

  /** What importing answers for a collection that is in the person's list. */
  async imported(
    personId: string,
    collectionId: string,
    db = this.dataSource.manager,
  ): Promise<ImportResult> {
    const row = await this.row(db, personId, collectionId);
    const cards = await db.query<Card[]>(CARDS, [collectionId]);
    return {
      collection: { ...collectionOf(row), cards },
      message: row.message,
      importedAt: row.added_at.toISOString(),
    };
  }

  /** Puts a collection into a person's list; false when it is there already. */
  async add(db: EntityManager, entry: NewEntry): Promise<boolean> {
    const rows = await db.query<unknown[]>(
      `INSERT INTO library_entry (person_id, collection_id, role, message, added_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`,
      [entry.personId, entry.collectionId, entry.role, entry.message, entry.at],
    );
    return rows.length > 0;
  }

  async remove(db: EntityManager, personId: string, collectionId: string): Promise<void> {
    await db.query('DELETE FROM library_entry WHERE person_id = $1 AND collection_id = $2', [
      personId,
      collectionId,
    ]);
  }

  /** Everybody who has the collection. Hold its row lock: then nobody comes or goes meanwhile. */
  async readers(db: EntityManager, collectionId: string): Promise<string[]> {
    const rows = await db.query<{ person_id: string }[]>(
      'SELECT person_id FROM library_entry WHERE collection_id = $1',
      [collectionId],
    );
    return rows.map((row) => row.person_id);
  }
}
