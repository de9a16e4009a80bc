import type {
  Card,
  Collection,
  CollectionRole,
  SharedCollectionWithCards,
} from '@cartable/contract';

/** A collection as it is for everybody: {@link SHARED} selects it. */
export interface SharedRow {
  id: string;
  owner_id: string;
  owner_name: string;
  title: string;
  description: string;
  rev: number;
  card_count: number;
  frozen_at: Date | null;
  hidden_at: Date | null;
  updated_at: Date;
}

/** A collection as one person's list holds it: {@link MINE} selects it. */
export interface CollectionRow extends SharedRow {
  bytes: number;
  role: CollectionRole;
  message: string;
  added_at: Date;
}

/** Add a WHERE over `e` (the entry) and `c` (the collection). */
export const MINE = `
  SELECT c.id, c.owner_id, p.display_name AS owner_name, c.title, c.description, c.rev, c.card_count, c.bytes,
         c.frozen_at, c.hidden_at, c.updated_at, e.role, e.message, e.added_at
  FROM library_entry AS e
  JOIN collection AS c ON c.id = e.collection_id
  JOIN person AS p ON p.id = c.owner_id`;

/** The same without the entry: what is the same for everybody. Add a WHERE over `c`. */
export const SHARED = `
  SELECT c.id, c.owner_id, p.display_name AS owner_name, c.title, c.description, c.rev, c.card_count, c.frozen_at, c.updated_at
  FROM collection AS c JOIN person AS p ON p.id = c.owner_id`;

export const CARDS = `SELECT id, front, back, position, rev FROM card WHERE collection_id = $1 ORDER BY position, id`;

const shared = (row: SharedRow) => ({
  id: row.id,
  title: row.title,
  description: row.description,
  owner: { id: row.owner_id, displayName: row.owner_name },
  cardCount: row.card_count,
  rev: row.rev,
  frozen: row.frozen_at !== null,
  updatedAt: row.updated_at.toISOString(),
});

export const sharedCollection = (row: SharedRow, cards: Card[]): SharedCollectionWithCards => ({
  ...shared(row),
  cards,
});

export const collectionOf = (row: CollectionRow): Collection => ({
  ...shared(row),
  role: row.role,
  addedAt: row.added_at.toISOString(),
  ...(row.hidden_at && { hidden: true }),
});
