import type { Pool, PoolClient } from 'pg';

/** A school year of events in one pupil's stream. */
const EVENTS_A_PERSON = 100;
/** Followers of a collection, and the part of its events that are updates. */
const PUPILS_A_CLASS = 30;
const UPDATES_OF_TEN = 7;
/** At once: Postgres' memory stays small. */
const PART = 1_000_000;

interface Definition {
  name: string;
  definition: string;
}

/**
 * Fills the journal with `rows` events of many people, as they would lie on disk: in the order of time, that is one
 * pupil's events far apart. Indexes are made afterwards, which is many times faster.
 */
export async function fillJournal(db: Pool, rows: number): Promise<void> {
  const client = await db.connect();
  try {
    await fill(client, rows);
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    client.release();
  }
}

async function fill(db: PoolClient, rows: number): Promise<void> {
  const people = Math.ceil(rows / EVENTS_A_PERSON);
  const bodies = Math.ceil(rows / PUPILS_A_CLASS);
  await db.query(
    `CREATE TEMP TABLE pupil AS SELECT n::int AS n, gen_random_uuid() AS id FROM generate_series(0, $1::int - 1) AS n`,
    [people],
  );
  await db.query('CREATE UNIQUE INDEX ON pupil (n)');
  await db.query('ANALYZE pupil');
  await db.query(
    `INSERT INTO person (id, email, display_name, role, password_hash)
     SELECT id, id || '@elsewhere.example', 'Élève ' || n, 'student', '' FROM pupil`,
  );
  await db.query('INSERT INTO user_stream (user_id, last_seq) SELECT id, $1 FROM pupil', [
    EVENTS_A_PERSON,
  ]);
  await db.query(BODIES, [bodies, UPDATES_OF_TEN]);
  const rebuild = await withoutIndexes(db, 'user_event');
  for (let first = 0; first < rows; first += PART) {
    const last = Math.min(first + PART, rows) - 1;
    await db.query(EVENTS, [first, last, people, bodies, UPDATES_OF_TEN]);
  }
  await rebuild();
  await db.query('DROP TABLE pupil');
}

/** One edited card, or a whole collection of ten: about 250 bytes and 2 KB. */
const BODIES = `
  INSERT INTO event_body (key, body)
  SELECT 'bulk:' || n, CASE WHEN n % 10 < $2::int
    THEN jsonb_build_object('collectionId', gen_random_uuid(), 'rev', n % 90 + 2, 'cardCount', 10, 'updatedAt', now(), 'removed', '[]'::jsonb,
      'cards', jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'front', 'Question ' || n, 'back', md5(n::text), 'position', 1024, 'rev', n % 90 + 2)))
    ELSE jsonb_build_object('collection', jsonb_build_object('id', gen_random_uuid(), 'title', 'Collection ' || n, 'description', '', 'owner',
      jsonb_build_object('id', gen_random_uuid(), 'displayName', 'Mme Martin'), 'cardCount', 10, 'rev', 1, 'frozen', false, 'updatedAt', now(),
      'cards', (SELECT jsonb_agg(jsonb_build_object('id', md5(n || ':' || c)::uuid, 'front', 'Question ' || c, 'back', md5(c || ':' || n), 'position', c * 1024, 'rev', 1)) FROM generate_series(1, 10) AS c)))
    END
  FROM generate_series(0, $1::int - 1) AS n`;

/** Event n: the (n / people + 1)th of pupil n % people; a class has the same events. */
const EVENTS = `
  INSERT INTO user_event (user_id, seq, name, payload, body_key, notice, at)
  SELECT p.id, e.n / $3::int + 1,
    CASE WHEN b.n % 10 < $5::int THEN 'collectionUpdated' ELSE 'newCollection' END,
    CASE WHEN b.n % 10 < $5::int THEN '{}'::jsonb ELSE jsonb_build_object('role', 'follower', 'message', 'À réviser', 'addedAt', now()) END,
    'bulk:' || b.n,
    CASE WHEN b.n % 10 < $5::int THEN NULL ELSE jsonb_build_object('collectionId', gen_random_uuid(), 'title', 'Collection ' || b.n, 'by', 'Mme Martin') END,
    now() - (($2::int - e.n) || ' milliseconds')::interval
  FROM generate_series($1::int, $2::int) AS e(n)
  JOIN pupil AS p ON p.n = e.n % $3::int
  CROSS JOIN LATERAL (SELECT (e.n / ${PUPILS_A_CLASS}) % $4::int AS n) AS b
  ORDER BY e.n`;

/** Drops a table's indexes; returns what makes them again. */
async function withoutIndexes(db: PoolClient, table: string): Promise<() => Promise<void>> {
  const { rows: keys } = await db.query<Definition>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = $1::regclass AND contype = 'p'`,
    [table],
  );
  for (const { name } of keys) await db.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  const { rows: indexes } = await db.query<Definition>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = $1`,
    [table],
  );
  for (const { name } of indexes) await db.query(`DROP INDEX "${name}"`);
  return async () => {
    for (const { name, definition } of keys)
      await db.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`);
    for (const { definition } of indexes) await db.query(definition);
  };
}
