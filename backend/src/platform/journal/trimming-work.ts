import type { Client } from 'pg';

/** Events of one stream that one transaction deletes at most: it holds the stream's head for a few milliseconds. */
const EVENTS_PER_STEP = 500;
const STREAMS_PER_PAGE = 200;
const BODIES_PER_STEP = 50;
/** Longer, imports do not wait for bodies to be deleted: then it is given up until the next time. */
const BODY_LOCK_MS = 100;

/** What Postgres says when a lock was not to be had in time (`lock_not_available`). */
const NOT_IN_TIME = '55P03';

/** Streams, in the order of ids, whose oldest event is from before $1. */
const DUE = `
  SELECT s.user_id AS id FROM user_stream AS s JOIN user_event AS e ON e.user_id = s.user_id AND e.seq = s.trimmed_seq + 1
  WHERE e.at < $1 AND ($2::uuid IS NULL OR s.user_id > $2) ORDER BY s.user_id LIMIT ${STREAMS_PER_PAGE}`;

/**
 * Locks the head first, as appending does, so that the two take turns; then deletes a run of events from the stream's
 * beginning and says so in the head. Both become visible at once: whoever reads `trimmed_seq + 1 … last_seq` finds no gap.
 * Whoever has read the head before and the events after (the pump) finds a first event that is not the next one, or none
 * at all although the head is further on, and tells the client to begin anew.
 */
const TRIM = `
  WITH head AS (
    SELECT user_id, trimmed_seq FROM user_stream WHERE user_id = $1 FOR NO KEY UPDATE
  ), oldest AS (
    SELECT e.user_id, e.seq, e.at FROM head JOIN user_event AS e ON e.user_id = head.user_id AND e.seq > head.trimmed_seq
    ORDER BY e.seq LIMIT ${EVENTS_PER_STEP}
  ), judged AS (
    SELECT user_id, seq, bool_and(at < $2) OVER (ORDER BY seq) AS old FROM oldest
  ), cut AS (
    SELECT user_id, max(seq) AS seq FROM judged WHERE old GROUP BY user_id
  ), gone AS (
    DELETE FROM user_event AS e USING cut WHERE e.user_id = cut.user_id AND e.seq <= cut.seq RETURNING e.seq
  )
  UPDATE user_stream AS s SET trimmed_seq = cut.seq FROM cut WHERE s.user_id = cut.user_id
  RETURNING (SELECT count(*)::int FROM gone) AS gone`;

const UNUSED = `
  SELECT b.key FROM event_body AS b WHERE ($1::text IS NULL OR b.key > $1)
    AND NOT EXISTS (SELECT FROM user_event AS e WHERE e.body_key = b.key)
  ORDER BY b.key LIMIT ${BODIES_PER_STEP}`;

const DELETE_UNUSED = `
  DELETE FROM event_body AS b WHERE b.key = ANY($1)
    AND NOT EXISTS (SELECT FROM user_event AS e WHERE e.body_key = b.key)`;

/** Deletes events from before `cut`, in steps; stops between two when `signal` says so. Returns how many are gone. */
export async function trimEvents(db: Client, cut: Date, signal: AbortSignal): Promise<number> {
  let gone = 0;
  for (let last: string | null = null; !signal.aborted;) {
    const due: { id: string }[] = (await db.query<{ id: string }>(DUE, [cut, last])).rows;
    for (const { id } of due) gone += await trimStream(db, id, cut, signal);
    last = due.at(-1)?.id ?? null;
    if (due.length < STREAMS_PER_PAGE) break;
  }
  return gone;
}

async function trimStream(db: Client, id: string, cut: Date, signal: AbortSignal) {
  let gone = 0;
  while (!signal.aborted) {
    const step = (await db.query<{ gone: number }>(TRIM, [id, cut])).rows[0]?.gone ?? 0;
    gone += step;
    if (step < EVENTS_PER_STEP) break;
  }
  return gone;
}

/** Deletes bodies that no event refers to, in steps. Returns how many are gone. */
export async function trimBodies(db: Client, signal: AbortSignal): Promise<number> {
  let gone = 0;
  for (let last: string | null = null; !signal.aborted;) {
    const unused: string[] = (await db.query<{ key: string }>(UNUSED, [last])).rows.map(
      ({ key }) => key,
    );
    const step = unused.length === 0 ? 0 : await deleteBodies(db, unused);
    if (step === null) break;
    gone += step;
    last = unused.at(-1) ?? null;
    if (unused.length < BODIES_PER_STEP) break;
  }
  return gone;
}

/**
 * An append looks whether its body stands and then refers to it: a body must not go in between. Even a look holds the table
 * in ACCESS SHARE mode until its transaction ends, and only ACCESS EXCLUSIVE conflicts with that: once it is granted, every append
 * that has looked has ended, and the next statement sees what it refers to. Appending itself pays nothing for it, as it would
 * for a lock on the body's row. Returns null when the lock was not to be had in time.
 */
async function deleteBodies(db: Client, keys: string[]): Promise<number | null> {
  await db.query('BEGIN');
  try {
    await db.query(`SET LOCAL lock_timeout = ${BODY_LOCK_MS}`);
    await db.query('LOCK TABLE event_body IN ACCESS EXCLUSIVE MODE');
    const { rowCount } = await db.query(DELETE_UNUSED, [keys]);
    await db.query('COMMIT');
    return rowCount;
  } catch (error) {
    await db.query('ROLLBACK');
    if ((error as { code?: string }).code === NOT_IN_TIME) return null;
    throw error;
  }
}
