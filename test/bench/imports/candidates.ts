import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Pool } from 'pg';
import { enrol, newSecret, Person, tokenOf } from '../people';
import { ask, Screen } from '../screen';
import { Stage } from '../stage';

export interface Lesson {
  collectionId: string;
  code: string;
}

/** Some pupils and some collections of which none is imported yet. */
export interface Class {
  pupils: number;
  lessons: Lesson[];
  /** Imports once; resolves with the milliseconds from the request until the event, or the commit. */
  once: (pupil: number, lesson: Lesson) => Promise<number>;
  close: () => void;
}

export interface Candidate {
  who: string;
  /** 0 where no server stands between. */
  pid: number;
  gather: (pupils: number, lessons: number, cards: number) => Promise<Class>;
}

const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
let drawn = 0;

/** Share codes that were never used: a number, written in the letters of codes. */
function newCode(): string {
  let code = '';
  for (let rest = drawn++; code.length < 8; rest = Math.floor(rest / LETTERS.length)) {
    code = `${LETTERS[rest % LETTERS.length]}${code}`;
  }
  return code;
}

const newLessons = (count: number): Lesson[] =>
  Array.from({ length: count }, () => ({ collectionId: randomUUID(), code: newCode() }));

const idsAndCodes = (lessons: Lesson[]) => [
  lessons.map(({ collectionId }) => collectionId),
  lessons.map(({ code }) => code),
];

const CARDS = "'front of card ' || n, 'back of card ' || n";

async function inCartable(db: Pool, teacherId: string, count: number, cards: number) {
  const lessons = newLessons(count);
  const [ids, codes] = idsAndCodes(lessons);
  await db.query(
    `INSERT INTO collection (id, owner_id, title, card_count) SELECT unnest($1::uuid[]), $2, 'Les volcans', $3`,
    [ids, teacherId, cards],
  );
  await db.query(
    `INSERT INTO card (collection_id, front, back, position, rev)
     SELECT c, ${CARDS}, n, 1 FROM unnest($1::uuid[]) AS c, generate_series(1, $2::int) AS n`,
    [ids, cards],
  );
  await db.query(
    `INSERT INTO library_entry (person_id, collection_id, role, message, added_at)
     SELECT $2, unnest($1::uuid[]), 'owner', '', now()`,
    [ids, teacherId],
  );
  await db.query(
    `INSERT INTO share_code (code, collection_id, message, expires_at)
     SELECT u.code, u.c, 'Bonne lecture', now() + interval '1 day' FROM unnest($1::uuid[], $2::text[]) AS u(c, code)`,
    [ids, codes],
  );
  return lessons;
}

/** Requests over HTTP, events over sockets. */
async function online(url: string, people: Person[], lessons: Lesson[], auth: object = {}) {
  const open = people.map(({ token }) => Screen.open(url, { token, ...auth }));
  const screens = await Promise.all(open);
  return {
    pupils: people.length,
    lessons,
    once: async (pupil: number, { code }: Lesson) => {
      const event = (screens[pupil] as Screen).next();
      const began = performance.now();
      const target = `${url}/api/share-codes/${code}/import`;
      const answered = ask('POST', target, people[pupil]?.token ?? '');
      const [at] = await Promise.all([event, answered]);
      return at - began;
    },
    close: () => screens.forEach((screen) => screen.close()),
  };
}

/** Cartable, and on its very tables the bare transaction. */
export async function cartable(stage: Stage): Promise<Candidate[]> {
  const secret = newSecret();
  const { url: databaseUrl, pool } = await stage.database();
  const { url, pid } = await stage.cartable(databaseUrl, secret);
  const [teacher] = (await enrol(pool, secret, 1, 'teacher')) as [Person];
  const bare = async (personId: string, { collectionId, code }: Lesson) => {
    const began = performance.now();
    const db = await pool.connect();
    await db.query('BEGIN');
    await db.query(
      `INSERT INTO library_entry (person_id, collection_id, role, message, added_at)
       VALUES ($1, $2, 'follower', 'Bonne lecture', now())`,
      [personId, collectionId],
    );
    await db.query('INSERT INTO share_code_use (code, person_id, used_at) VALUES ($1, $2, now())', [
      code,
      personId,
    ]);
    await db.query('UPDATE share_code SET uses = uses + 1 WHERE code = $1', [code]);
    const { rows } = await db.query<{ last_seq: number }>(
      'UPDATE user_stream SET last_seq = last_seq + 1 WHERE user_id = $1 RETURNING last_seq',
      [personId],
    );
    await db.query(
      `INSERT INTO user_event (user_id, seq, name, payload, body_key, at)
       VALUES ($1, $2, 'newCollection', $3, $4, now())`,
      [personId, rows[0]?.last_seq, { role: 'follower', message: 'Bonne lecture' }, collectionId],
    );
    await db.query('COMMIT');
    db.release();
    return performance.now() - began;
  };
  return [
    {
      who: 'Cartable',
      pid,
      gather: async (pupils, lessons, cards) => {
        const made = await inCartable(pool, teacher.id, lessons, cards);
        return online(url, await enrol(pool, secret, pupils, 'student'), made, { last: 0 });
      },
    },
    {
      who: 'bare transaction',
      pid: 0,
      gather: async (pupils, lessons, cards) => {
        const made = await inCartable(pool, teacher.id, lessons, cards);
        const people = await enrol(pool, secret, pupils, 'student');
        const once = (pupil: number, lesson: Lesson) => bare(people[pupil]?.id ?? '', lesson);
        return { pupils, lessons: made, once, close: () => undefined };
      },
    },
  ];
}

/** The design that Cartable replaces. */
export async function replaced(stage: Stage): Promise<Candidate> {
  const secret = newSecret();
  const { url: databaseUrl, pool } = await stage.database();
  const schema = path.join(__dirname, '../references/replaced.sql');
  await pool.query(await readFile(schema, 'utf8'));
  const settings = { DATABASE_URL: databaseUrl, JWT_SECRET: secret };
  const { url, pid } = await stage.reference('replaced', settings);
  return {
    who: 'the design that it replaces',
    pid,
    gather: async (pupils, count, cards) => {
      const lessons = newLessons(count);
      const [ids, codes] = idsAndCodes(lessons);
      await pool.query(
        `INSERT INTO collection (id, owner_id, title) SELECT unnest($1::uuid[]), gen_random_uuid(), 'Les volcans'`,
        [ids],
      );
      await pool.query(
        `INSERT INTO card (collection_id, front, back, position)
         SELECT c, ${CARDS}, n FROM unnest($1::uuid[]) AS c, generate_series(1, $2::int) AS n`,
        [ids, cards],
      );
      await pool.query(
        `INSERT INTO share_code (code, collection_id, message, expires_at)
         SELECT u.code, u.c, 'Bonne lecture', now() + interval '1 day' FROM unnest($1::uuid[], $2::text[]) AS u(c, code)`,
        [ids, codes],
      );
      const people = Array.from({ length: pupils }, () => {
        const id = randomUUID();
        return { id, token: tokenOf(secret, id, randomUUID()) };
      });
      return online(url, people, lessons);
    },
  };
}

/** The floor of telling: asked over the socket itself, it emits the same cards. */
export async function bareEmit(stage: Stage, kind: 'Socket.IO' | 'ws'): Promise<Candidate> {
  const { url, pid } = await stage.reference('bare', { KIND: kind });
  return {
    who: `bare ${kind} emit`,
    pid,
    gather: async (pupils, lessons, cards) => {
      const open = Array.from({ length: pupils }, () => Screen.open(url, {}));
      const screens = await Promise.all(open);
      const once = async (pupil: number) => {
        const screen = screens[pupil] as Screen;
        const event = screen.next();
        const began = performance.now();
        screen.say(`42${JSON.stringify(['ask', cards])}`);
        return (await event) - began;
      };
      const close = () => screens.forEach((screen) => screen.close());
      return { pupils, lessons: newLessons(lessons), once, close };
    },
  };
}
