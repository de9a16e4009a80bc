import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { DataSource, EntityManager } from 'typeorm';
import { EventName, events } from '@cartable/contract';
import { despiteOthers } from '../database/contention';
import { JournalCommitted } from './journal-committed';
import type { JournalEntry, StreamEvent } from './journal-entry';

/** A transaction that can append to the journal. */
export interface JournalTransaction {
  readonly db: EntityManager;
  append<N extends EventName>(entry: JournalEntry<N>): Promise<void>;
  /** Locks the heads of streams in the order of ids: call it before appending to them in more than one step. */
  lockStreams(personIds: readonly string[]): Promise<void>;
  /** Runs once the transaction has committed; never when it rolled back. */
  afterCommit(act: () => void): void;
}

/**
 * The streams of events, one a person. What is appended commits or rolls back with the rows that it tells of; once
 * committed it is announced as {@link JournalCommitted}.
 */
@Injectable()
export class JournalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly announcements: EventEmitter2,
  ) {}

  /**
   * Runs `work` in one transaction. Append last: the rows that `append` locks (stream heads, in the order of ids) stay
   * locked until commit. Where others are in the way `work` runs again, so it changes nothing but through `tx`.
   */
  async transaction<T>(work: (tx: JournalTransaction) => Promise<T>): Promise<T> {
    const { result, appended, acts } = await despiteOthers(() => this.once(work));
    for (const act of acts) act();
    if (appended.size > 0) {
      this.announcements.emit(JournalCommitted.event, new JournalCommitted(appended));
    }
    return result;
  }

  /** What is to be announced, and done, once it has committed is of this try alone. */
  private async once<T>(work: (tx: JournalTransaction) => Promise<T>) {
    const appended = new Map<string, StreamEvent[]>();
    const acts: (() => void)[] = [];
    const result = await this.dataSource.transaction((db) =>
      work({
        db,
        append: (entry) => append(db, entry, appended),
        lockStreams: async (personIds) => void (await db.query(LOCK, [personIds])),
        afterCommit: (act) => acts.push(act),
      }),
    );
    return { result, appended, acts };
  }

  /** Announces an event that a statement of its own has committed (`actAndEvent`). */
  announce(personId: string, event: StreamEvent): void {
    this.announcements.emit(
      JournalCommitted.event,
      new JournalCommitted(new Map([[personId, [event]]])),
    );
  }

  /** Opens the stream of a new person. */
  async openStream(db: EntityManager, personId: string): Promise<void> {
    await db.query('INSERT INTO user_stream (user_id) VALUES ($1) ON CONFLICT DO NOTHING', [
      personId,
    ]);
  }
}

/** Numbers an event in each stream and stores it there: one statement, however many streams. */
async function append<N extends EventName>(
  db: EntityManager,
  { name, to, data, shared, notice }: JournalEntry<N>,
  appended: Map<string, StreamEvent[]>,
): Promise<void> {
  const whole = events[name].parse({ ...data, ...shared?.data });
  const bytes = Buffer.byteLength(JSON.stringify(whole));
  if (shared) await keepBody(db, shared);
  const rows = await db.query<{ user_id: string; epoch: string; seq: number; at: Date }[]>(APPEND, [
    to,
    name,
    JSON.stringify(data),
    shared?.key ?? null,
    notice ? JSON.stringify(notice) : null,
  ]);
  for (const { user_id: personId, epoch, seq, at } of rows) {
    const stream = appended.get(personId) ?? [];
    stream.push({ epoch, seq, name, at, data: whole, bytes });
    appended.set(personId, stream);
  }
}

/** A body that stands already is not sent to Postgres again: all but the first of a class import find it there. */
async function keepBody(db: EntityManager, { key, data }: { key: string; data: object }) {
  const standing = await db.query<unknown[]>('SELECT 1 FROM event_body WHERE key = $1', [key]);
  if (standing.length > 0) return;
  await db.query('INSERT INTO event_body (key, body) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    key,
    JSON.stringify(data),
  ]);
}

const LOCK =
  'SELECT user_id FROM user_stream WHERE user_id = ANY($1::uuid[]) ORDER BY user_id FOR NO KEY UPDATE';

const APPEND = `
  WITH heads AS (${LOCK}), numbered AS (
    UPDATE user_stream AS s SET last_seq = s.last_seq + 1 FROM heads
    WHERE s.user_id = heads.user_id RETURNING s.user_id, s.last_seq
  )
  INSERT INTO user_event (user_id, seq, name, payload, body_key, notice, at)
  SELECT user_id, last_seq, $2, $3::jsonb, $4, $5::jsonb, date_trunc('milliseconds', clock_timestamp()) FROM numbered
  RETURNING user_id, seq, at, (SELECT epoch FROM journal_meta) AS epoch`;
