import { io, Socket } from 'socket.io-client';
import type { Pool } from 'pg';
import { eventually } from '../ground/eventually';
import { addCollections, follow } from '../ground/content';
import { does } from '../ground/call';
import { connected } from '../ground/connected';
import type { Ground, RunningCartable } from '../ground/ground';
import { residentBytes } from '../ground/memory';
import { enrol, Person } from '../people';

const SOCKETS_A_PERSON = 5;
const AT_ONCE = 50;

export interface Crowd {
  teacher: Person;
  pupils: Person[];
  collectionId: string;
}

/** A collection that many pupils follow. */
export async function gather(db: Pool, secret: string, sockets: number): Promise<Crowd> {
  const [teacher] = (await enrol(db, secret, 1, 'teacher')) as [Person];
  const pupils = await enrol(db, secret, Math.ceil(sockets / SOCKETS_A_PERSON), 'student');
  const shared = await addCollections(db, teacher.id, 1, 10);
  await follow(
    db,
    pupils.map(({ id }) => id),
    shared,
  );
  return { teacher, pupils, collectionId: shared[0]?.id ?? '' };
}

/** Bytes of resident memory that a server of its own needs for each socket, once it has sent each a message of 2 KB. */
export async function bytesASocket(
  ground: Ground,
  start: () => Promise<RunningCartable>,
  { teacher, pupils, collectionId }: Crowd,
  sockets: number,
): Promise<number> {
  const server = await start();
  const open: Socket[] = [];
  let told = 0;
  const connect = async (upTo: number) => {
    while (open.length < upTo) {
      const part = Array.from({ length: Math.min(AT_ONCE, upTo - open.length) }, (_, n) => {
        const { token } = pupils[(open.length + n) % pupils.length] as Person;
        return io(server.url, { transports: ['websocket'], forceNew: true, auth: { token } });
      });
      for (const socket of part) socket.on('collectionUpdated', () => (told += 1));
      await Promise.all(part.map(connected));
      open.push(...part);
    }
  };
  const tell = async (letter: string) => {
    told = 0;
    const about = { url: server.url, token: teacher.token, path: `/collections/${collectionId}` };
    const { rev } = await does<{ rev: number }>(about);
    // Words compress too well to cost anything: letters that do not.
    const description = `${letter} ${teacher.token} `.repeat(9).slice(0, 2_000);
    await does({ ...about, method: 'PATCH', body: { rev, description } });
    await eventually('a message to each', () => told === open.length);
  };
  try {
    // Warm: the first connections bring code into memory that the others share.
    const warm = Math.ceil(sockets / 10);
    await connect(warm);
    await tell('a');
    const before = await residentBytes(server.pid);
    await connect(warm + sockets);
    await tell('b');
    return ((await residentBytes(server.pid)) - before) / sockets;
  } finally {
    for (const socket of open) socket.disconnect();
    await ground.stop(server);
  }
}
