import { io } from 'socket.io-client';
import type { Pool } from 'pg';
import { ask, does } from '../ground/call';
import { addCollections, follow, Shared } from '../ground/content';
import type { Ground, RunningCartable } from '../ground/ground';
import { enrol, Person } from '../people';
import { fillJournal } from './journal';

const PUPILS_A_GROUP = 10;
/** Events in the stream of a pupil who is measured, and how many of them a screen that comes back has missed. */
const STREAM = 20;
export const MISSED = 10;

export interface SchoolSize {
  /** In the journal. */
  rows: number;
  /** How many collections pupils have: a group of pupils for each. */
  libraries: readonly number[];
  cards: number;
  /** How often each group can import before what it imported is forgotten. */
  imports: number;
}

interface Group {
  pupils: Person[];
  asked: number;
  imported: number;
}

/** A school with so many rows in its journal, its server, and the pupils on whom is measured. */
export class GrownSchool {
  private constructor(
    readonly rows: number,
    private readonly db: Pool,
    private readonly server: RunningCartable,
    private readonly groups: Map<number, Group>,
    private readonly shared: readonly Shared[],
  ) {}

  static async open(
    ground: Ground,
    { rows, libraries, cards, imports }: SchoolSize,
  ): Promise<GrownSchool> {
    const { url, db } = await ground.database();
    const [teacher] = (await enrol(db, ground.secret, 1, 'teacher')) as [Person];
    const known = await addCollections(db, teacher.id, Math.max(...libraries), cards);
    const codes = Math.ceil(imports / PUPILS_A_GROUP);
    const shared = await addCollections(db, teacher.id, codes, cards);
    const groups = new Map<number, Group>();
    for (const size of libraries) {
      const pupils = await enrol(db, ground.secret, PUPILS_A_GROUP, 'student');
      const ids = pupils.map(({ id }) => id);
      await follow(db, ids, known.slice(0, size));
      await giveStream(db, ids);
      groups.set(size, { pupils, asked: 0, imported: 0 });
    }
    await fillJournal(db, Math.max(0, rows - libraries.length * PUPILS_A_GROUP * STREAM));
    return new GrownSchool(rows, db, await ground.serve(url), groups, shared);
  }

  /** Forgets what was imported: the next round finds what the first found. */
  async restore(): Promise<void> {
    const pupils = [...this.groups.values()].flatMap((group) => {
      group.imported = 0;
      return group.pupils.map(({ id }) => id);
    });
    const imported = this.shared.map(({ id }) => id);
    await this.db.query(
      'DELETE FROM library_entry WHERE person_id = ANY($1::uuid[]) AND collection_id = ANY($2::uuid[])',
      [pupils, imported],
    );
    await this.db.query('DELETE FROM share_code_use WHERE person_id = ANY($1::uuid[])', [pupils]);
    await this.db.query('DELETE FROM user_event WHERE user_id = ANY($1::uuid[]) AND seq > $2', [
      pupils,
      STREAM,
    ]);
    await this.db.query(
      'UPDATE user_stream SET last_seq = $2 WHERE user_id = ANY($1::uuid[]) AND last_seq > $2',
      [pupils, STREAM],
    );
    await this.db.query('VACUUM ANALYZE library_entry, share_code_use, user_event, user_stream');
  }

  /** Imports a collection that the pupil does not have; answers in milliseconds. */
  async import(library: number): Promise<number> {
    const group = this.group(library);
    const turn = group.imported++;
    const code = this.shared[Math.floor(turn / PUPILS_A_GROUP)]?.code;
    const token = group.pupils[turn % PUPILS_A_GROUP]?.token;
    if (!code) throw new Error('more imports than the school was made for');
    const { url } = this.server;
    const begun = performance.now();
    const { status } = await ask({
      url,
      token,
      method: 'POST',
      path: `/share-codes/${code}/import`,
    });
    if (status !== 201) throw new Error(`the import answered ${status}`);
    return performance.now() - begun;
  }

  /** Reads the newest `limit` of the list. */
  async list(library: number, limit: number): Promise<number> {
    const { token } = this.next(library);
    const begun = performance.now();
    await does({ url: this.server.url, token, path: `/collections?limit=${limit}` });
    return performance.now() - begun;
  }

  /** Opens a socket that has missed some events; until the last of them is there. */
  async replay(library: number): Promise<number> {
    const { token } = this.next(library);
    const begun = performance.now();
    const socket = io(this.server.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { token, last: STREAM - MISSED },
    });
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once('connect_error', reject);
        socket.onAny((_name, { seq }: { seq: number }, ack: () => void) => {
          ack();
          if (seq >= STREAM) resolve();
        });
      });
      return performance.now() - begun;
    } finally {
      socket.disconnect();
    }
  }

  private group(library: number): Group {
    const group = this.groups.get(library);
    if (!group) throw new Error(`nobody has ${library} collections`);
    return group;
  }

  private next(library: number): Person {
    const group = this.group(library);
    return group.pupils[group.asked++ % PUPILS_A_GROUP] as Person;
  }
}

/** The same few events for each who is measured: however large a library or a journal, what is replayed is alike. */
async function giveStream(db: Pool, people: readonly string[]): Promise<void> {
  await db.query(
    `INSERT INTO user_event (user_id, seq, name, payload, at)
     SELECT p, seq, 'collectionUpdated', jsonb_build_object('collectionId', gen_random_uuid(), 'rev', seq + 1,
       'cardCount', 10, 'updatedAt', now(), 'removed', '[]'::jsonb, 'cards', jsonb_build_array(jsonb_build_object(
       'id', gen_random_uuid(), 'front', 'Question ' || seq, 'back', md5(seq::text), 'position', 1024, 'rev', seq + 1))), now()
     FROM unnest($1::uuid[]) AS p, generate_series(1, $2::int) AS seq`,
    [people, STREAM],
  );
  await db.query('UPDATE user_stream SET last_seq = $2 WHERE user_id = ANY($1::uuid[])', [
    people,
    STREAM,
  ]);
}
