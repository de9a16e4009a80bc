import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Card, ImportResult, Notice } from '@cartable/contract';
import { despiteOthers } from '../../platform/database/contention';
import { Prepared, runPrepared } from '../../platform/database/prepared';
import { actAndEvent } from '../../platform/journal/act-and-event';
import { JournalService, JournalTransaction } from '../../platform/journal/journal.service';
import { Problem } from '../../platform/problems/problem';
import { CARDS, sharedCollection } from '../collection-row';
import { BODY_KEY, bodyKey, CollectionBodies } from './collection-bodies';
import { LibraryService } from './library.service';

/** What Postgres says when a column must not be null (`not_null_violation`). */
const IS_NULL = '23502';

/** Columns of `held`, of which a statement that {@link follows} makes one row. */
export const HELD = `c.id AS collection_id, c.rev, c.title, c.owner_id, p.display_name AS owner_name, ${BODY_KEY} AS body_key`;

/** Conditions of `held` over `c`: who follows is told the collection's body. */
export const FOLLOWABLE = `c.frozen_at IS NULL AND c.hidden_at IS NULL AND EXISTS (SELECT FROM event_body AS b WHERE b.key = ${BODY_KEY})`;

/**
 * A statement by which the person $2 follows a collection at the time $3 ($4 as ISO 8601): steps 1, 2, 3 and 4 of
 * docs/decisions/0003. `held` is selected FOR SHARE OF c: against edits, which would not yet know this follower; other imports go on
 * beside. `counted`, if there is one, has a row unless the code may not be used.
 */
export const follows = (name: string, held: string, counted?: string): Prepared =>
  actAndEvent({
    name,
    ctes: `
      held AS MATERIALIZED (${held} FOR SHARE OF c), entered AS (
        INSERT INTO library_entry (person_id, collection_id, role, message, added_at)
        SELECT $2::uuid, collection_id, 'follower', message, $3::timestamptz FROM held ON CONFLICT DO NOTHING RETURNING 1
      ), ${counted ?? 'counted AS (SELECT 0 AS uses FROM entered)'}, told AS (
        SELECT h.*, $2::uuid AS person_id, c.*,
          CASE WHEN c.uses IS NOT NULL THEN jsonb_build_object('role', 'follower', 'addedAt', $4::text, 'message', message) END AS payload,
          jsonb_build_object('collectionId', collection_id, 'title', title, 'by', owner_name) AS notice
        FROM entered, held AS h LEFT JOIN counted AS c ON true
      )`,
  });

const GIVEN = follows(
  'collection given',
  `SELECT ${HELD}, '' AS message FROM collection AS c JOIN person AS p ON p.id = c.owner_id WHERE c.id = $5::uuid AND ${FOLLOWABLE}`,
);

/** Rows of $1 collection, $2 people, $3 messages, $4 dates. */
const THESE =
  'SELECT $1::uuid, * FROM unnest($2::uuid[], $3::text[], $4::timestamptz[]) AS entry (person_id, message, added_at)';
const columnsOf = (entries: readonly TakenEntry[]) => [
  entries.map(({ personId }) => personId),
  entries.map(({ message }) => message),
  entries.map(({ addedAt }) => addedAt),
];

interface ToldRow {
  collection_id: string;
  rev: number;
  owner_id: string;
  uses: number;
  payload: { role: 'follower'; addedAt: string; message: string };
  notice: Notice;
  seq: number;
  at: Date;
  epoch: string;
}

/** Somebody follows a collection from now on. */
export interface Followed {
  outcome: 'followed';
  answer: ImportResult;
  ownerId: string;
  /** Of the code, if there was one. */
  uses: number;
  at: string;
}

/** Nothing has changed: `counted` had no row, or the person has the collection already, or it may not be followed, or its body is missing. */
export interface NotFollowed {
  outcome: 'refused' | 'none';
}

/** Somebody who is about to follow a collection. */
export interface Follow {
  personId: string;
  collectionId: string;
  message: string;
  at: Date;
}

/** What is taken away with an entry, and comes back with it. */
export interface TakenEntry {
  personId: string;
  message: string;
  addedAt: Date;
}

/** Lets people follow collections, and tells their screens. */
@Injectable()
export class FollowingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: JournalService,
    private readonly library: LibraryService,
    private readonly bodies: CollectionBodies,
  ) {}

  /** Gives a collection to a person without a code; who has it keeps it as it is. */
  async give(personId: string, collectionId: string): Promise<void> {
    await this.bodies.keep(collectionId);
    await this.follow(GIVEN, personId, [collectionId]);
  }

  /**
   * Gives a collection to many at once, in their lists as of `at`; who has it keeps it as it is. Returns who has it since.
   * Throws `not-found`, `collection-frozen`, `collection-hidden`.
   */
  async giveAll(
    tx: JournalTransaction,
    personIds: readonly string[],
    { collectionId, message, at }: Omit<Follow, 'personId'>,
  ): Promise<string[]> {
    await this.hold(tx, collectionId);
    const entered = await tx.db.query<{ id: string }[]>(
      `INSERT INTO library_entry (person_id, collection_id, role, message, added_at)
       SELECT id, $2, 'follower', $3, $4 FROM unnest($1::uuid[]) AS id ORDER BY id
       ON CONFLICT DO NOTHING RETURNING person_id AS id`,
      [personIds, collectionId, message, at],
    );
    const to = entered.map(({ id }) => id);
    await this.tell(tx, collectionId, [{ to, message, addedAt: at }]);
    return to;
  }

  /**
   * Takes a collection from followers, also what was put aside while it is hidden. Hold its row: then nobody comes or goes meanwhile.
   * Returns what they had.
   */
  async take(
    tx: JournalTransaction,
    collectionId: string,
    personIds: readonly string[],
  ): Promise<TakenEntry[]> {
    return tx.db.query<TakenEntry[]>(
      `WITH shown AS (
         DELETE FROM library_entry WHERE collection_id = $1 AND person_id = ANY($2::uuid[]) AND role = 'follower'
         RETURNING person_id, message, added_at
       ), aside AS (
         DELETE FROM parked_entry WHERE collection_id = $1 AND person_id = ANY($2::uuid[])
         RETURNING person_id, message, added_at
       )
       SELECT person_id AS "personId", message, added_at AS "addedAt"
       FROM (SELECT * FROM shown UNION ALL SELECT * FROM aside) AS taken`,
      [collectionId, personIds],
    );
  }

  /** The last step of taking. While the collection is hidden nobody sees it go. */
  async tellTaken(
    tx: JournalTransaction,
    collectionId: string,
    to: readonly string[],
  ): Promise<void> {
    if (to.length === 0 || (await this.library.isHidden(tx.db, collectionId))) return;
    const [about] = await tx.db.query<{ title: string; by: string; ownerId: string }[]>(
      `SELECT c.title, p.display_name AS by, c.owner_id AS "ownerId" FROM collection AS c JOIN person AS p ON p.id = c.owner_id WHERE c.id = $1`,
      [collectionId],
    );
    if (!about) throw new Problem('not-found');
    const { ownerId, ...named } = about;
    const notice = { collectionId, ...named };
    await tx.append({
      name: 'collectionRemoved',
      to,
      data: { ...notice, ownerId, reason: 'withdrawn' },
      notice,
    });
  }

  /**
   * Gives back what was taken, with its date and message, to those who have not come by it again. Hold its row. While the
   * collection is hidden it is put aside, and comes back with it.
   */
  async giveBack(
    tx: JournalTransaction,
    collectionId: string,
    entries: readonly TakenEntry[],
  ): Promise<void> {
    if (await this.library.isHidden(tx.db, collectionId)) {
      await tx.db.query(
        `INSERT INTO parked_entry (collection_id, person_id, message, added_at) ${THESE} ON CONFLICT DO NOTHING`,
        [collectionId, ...columnsOf(entries)],
      );
      return;
    }
    const back = await tx.db.query<TakenEntry[]>(
      `INSERT INTO library_entry (collection_id, person_id, message, added_at, role)
       SELECT *, 'follower' FROM (${THESE}) AS back ON CONFLICT DO NOTHING
       RETURNING person_id AS "personId", message, added_at AS "addedAt"`,
      [collectionId, ...columnsOf(entries)],
    );
    await tx.lockStreams(back.map(({ personId }) => personId));
    await this.tell(
      tx,
      collectionId,
      back.map(({ personId, ...entry }) => ({ to: [personId], ...entry })),
    );
  }

  /** Runs a statement that {@link follows} made, with its `values` from $5 on. */
  async follow(
    statement: Prepared,
    personId: string,
    values: unknown[],
  ): Promise<Followed | NotFollowed> {
    const now = new Date();
    const at = now.toISOString();
    const all = ['newCollection', personId, now, at, ...values];
    const rows = await despiteOthers(() =>
      runPrepared<ToldRow>(this.dataSource, statement, all),
    ).catch(refused);
    const row = rows?.[0];
    if (!row) return { outcome: rows === null ? 'refused' : 'none' };
    const { payload } = row;
    const { collection, bytes } = await this.bodies.of(row.collection_id, row.rev);
    this.journal.announce(personId, {
      epoch: row.epoch,
      seq: row.seq,
      name: 'newCollection',
      at: row.at,
      data: { ...payload, collection },
      bytes: bytes + JSON.stringify(payload).length,
    });
    const { role, addedAt, message } = payload;
    const answer = { collection: { ...collection, role, addedAt }, message, importedAt: addedAt };
    return { outcome: 'followed', answer, ownerId: row.owner_id, uses: row.uses, at };
  }

  /** Tells followers who have entered; those with the same date and message together. */
  private async tell(
    tx: JournalTransaction,
    collectionId: string,
    groups: readonly (Pick<TakenEntry, 'message' | 'addedAt'> & { to: readonly string[] })[],
  ): Promise<void> {
    const [first] = groups.flatMap(({ to }) => to);
    if (first === undefined) return;
    const row = await this.library.row(tx.db, first, collectionId);
    const cards = await tx.db.query<Card[]>(CARDS, [collectionId]);
    const shared = {
      key: bodyKey(collectionId, row.rev),
      data: { collection: sharedCollection(row, cards) },
    };
    const notice = { collectionId, title: row.title, by: row.owner_name };
    for (const { to, message, addedAt } of groups) {
      const data = { role: 'follower' as const, addedAt: addedAt.toISOString(), message };
      await tx.append({ name: 'newCollection', to, data, shared, notice });
    }
  }

  private async hold({ db }: JournalTransaction, collectionId: string): Promise<void> {
    // FOR SHARE: against edits, which would not yet know this follower; other imports go on beside.
    const [standing] = await db.query<{ frozen: boolean; hidden: boolean }[]>(
      `SELECT frozen_at IS NOT NULL AS frozen, hidden_at IS NOT NULL AS hidden
       FROM collection WHERE id = $1 FOR SHARE`,
      [collectionId],
    );
    if (!standing) throw new Problem('not-found');
    if (standing.frozen) throw new Problem('collection-frozen');
    if (standing.hidden) throw new Problem('collection-hidden');
  }
}

/** The event without a payload: the code may not be used, and all of the statement is undone. */
function refused(error: unknown): null {
  if ((error as { code?: string }).code === IS_NULL) return null;
  throw error;
}
