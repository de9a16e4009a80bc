import type { Pool } from 'pg';
import { eventually } from '../ground/eventually';
import type { Person } from '../people';
import { ReturningScreen } from './returning-screen';

const PATIENCE_S = 120;

export interface Server {
  url: string;
  stop: () => Promise<unknown>;
  start: () => Promise<unknown>;
}

/** Everybody is connected, the server is restarted; seconds from its start until everybody is back and has what was missed. */
export async function storm(
  server: Server,
  people: readonly Person[],
  count: number,
  miss: () => Promise<number>,
): Promise<number> {
  const screens = Array.from(
    { length: count },
    (_, n) => new ReturningScreen(server.url, (people[n % people.length] as Person).token),
  );
  const areBack = () => screens.every(({ socket }) => socket.connected);
  try {
    for (const { socket } of screens) socket.connect();
    await eventually('everybody', areBack, PATIENCE_S);
    await server.stop();
    const missed = await miss();
    const begun = performance.now();
    await server.start();
    const stand = () => areBack() && screens.every(({ delays }) => delays.length >= missed);
    await eventually('everybody again', stand, PATIENCE_S);
    return (performance.now() - begun) / 1_000;
  } finally {
    for (const screen of screens) screen.close();
  }
}

/** So many events for everybody, as though another instance had written them. */
export async function appendToAll(db: Pool, people: readonly Person[], events: number) {
  await db.query(
    `WITH grown AS (
       UPDATE user_stream SET last_seq = last_seq + $2 WHERE user_id = ANY($1::uuid[]) RETURNING user_id, last_seq
     )
     INSERT INTO user_event (user_id, seq, name, payload, at)
     SELECT user_id, last_seq - $2 + n, 'collectionRemoved',
       jsonb_build_object('collectionId', gen_random_uuid(), 'title', 'Les volcans', 'by', 'Somebody', 'reason', 'withdrawn'), now()
     FROM grown, generate_series(1, $2::int) AS n`,
    [people.map(({ id }) => id), events],
  );
  return events;
}
