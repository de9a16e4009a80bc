import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Pool } from 'pg';
import { enrol, newSecret, Person, tokenOf } from '../people';
import { ask, Screen } from '../screen';
import { Stage } from '../stage';

const CARDS = 50;
const AT_ONCE = 50;

export interface Publisher {
  who: string;
  pool: Pool;
  /** Where rows are written, to count them. */
  tables: string[];
  screens: Screen[];
  /** Edits a card of the collection that so many follow. */
  edit: (followers: number) => Promise<void>;
}

async function openAll(url: string, auths: object[]): Promise<Screen[]> {
  const screens: Screen[] = [];
  for (let n = 0; n < auths.length; n += AT_ONCE) {
    const part = auths.slice(n, n + AT_ONCE).map((auth) => Screen.open(url, auth));
    screens.push(...(await Promise.all(part)));
  }
  return screens;
}

interface Edited {
  collectionId: string;
  cardId: string;
  rev: number;
}

/** Cartable: the followers of every collection are the first so many of one school. */
export async function cartable(stage: Stage, sizes: number[], most: number): Promise<Publisher> {
  const secret = newSecret();
  const { url: databaseUrl, pool } = await stage.database();
  const { url } = await stage.cartable(databaseUrl, secret);
  const [teacher] = (await enrol(pool, secret, 1, 'teacher')) as [Person];
  const people = await enrol(pool, secret, Math.max(...sizes), 'student');
  const edited = new Map<number, Edited>();
  for (const size of sizes) {
    const [collectionId, cardId] = [randomUUID(), randomUUID()];
    await pool.query(
      `INSERT INTO collection (id, owner_id, title, card_count) VALUES ($1, $2, 'Les volcans', $3)`,
      [collectionId, teacher.id, CARDS],
    );
    await pool.query(
      `INSERT INTO card (id, collection_id, front, back, position, rev)
       SELECT CASE n WHEN 1 THEN $2::uuid ELSE gen_random_uuid() END, $1, 'front', 'back', n, 1
       FROM generate_series(1, $3::int) AS n`,
      [collectionId, cardId, CARDS],
    );
    await pool.query(
      `INSERT INTO library_entry (person_id, collection_id, role, message, added_at)
       SELECT p, $1, CASE p WHEN $3::uuid THEN 'owner' ELSE 'follower' END, '', now() FROM unnest($2::uuid[]) AS p`,
      [collectionId, [teacher.id, ...people.slice(0, size).map(({ id }) => id)], teacher.id],
    );
    edited.set(size, { collectionId, cardId, rev: 1 });
  }
  await pool.query('VACUUM ANALYZE');
  const auths = people.slice(0, most).map(({ token }) => ({ token, last: 0 }));
  return {
    who: 'Cartable',
    pool,
    tables: ['collection', 'card', 'user_stream', 'user_event', 'event_body'],
    screens: await openAll(url, auths),
    edit: async (followers) => {
      const one = edited.get(followers) as Edited;
      const target = `${url}/api/collections/${one.collectionId}/cards/${one.cardId}`;
      const body = { rev: one.rev, front: `front ${one.rev}` };
      one.rev += 1;
      await ask('PATCH', target, teacher.token, body);
    },
  };
}

/** The design that it replaces: every follower has a copy. */
export async function replaced(stage: Stage, sizes: number[], most: number): Promise<Publisher> {
  const secret = newSecret();
  const { url: databaseUrl, pool } = await stage.database();
  await pool.query(await readFile(path.join(__dirname, '../references/replaced.sql'), 'utf8'));
  const settings = { DATABASE_URL: databaseUrl, JWT_SECRET: secret };
  const { url } = await stage.reference('replaced', settings);
  const people = Array.from({ length: Math.max(...sizes) }, () => randomUUID());
  const cards = new Map<number, string>();
  for (const size of sizes) {
    const cardId = randomUUID();
    await pool.query(
      `WITH made AS (
         INSERT INTO collection (owner_id, source_id, title)
         SELECT p, $2, 'Les volcans' FROM unnest($1::uuid[]) AS p RETURNING id
       )
       INSERT INTO card (collection_id, source_id, front, back, position)
       SELECT id, CASE n WHEN 1 THEN $3::uuid ELSE gen_random_uuid() END, 'front', 'back', n
       FROM made, generate_series(1, $4::int) AS n`,
      [people.slice(0, size), randomUUID(), cardId, CARDS],
    );
    cards.set(size, cardId);
  }
  // Only here: imports, which are measured elsewhere, do not pay for it.
  await pool.query('CREATE INDEX card_source ON card (source_id)');
  await pool.query('VACUUM ANALYZE');
  const tokens = people.slice(0, most).map((id) => ({ token: tokenOf(secret, id, id) }));
  let edits = 0;
  return {
    who: 'the design that it replaces',
    pool,
    tables: ['collection', 'card'],
    screens: await openAll(url, tokens),
    edit: (followers) =>
      ask(
        'PATCH',
        `${url}/api/cards/${cards.get(followers)}`,
        tokenOf(secret, people[0] ?? '', ''),
        {
          front: `front ${(edits += 1)}`,
        },
      ),
  };
}
