import { setTimeout as wait } from 'node:timers/promises';
import type { JournalRow } from './history';
import type { Workload } from './workload';
import type { World } from './world';

export interface Fault {
  name: string;
  /** Absent: always possible. */
  isPossible?: (world: World) => boolean;
  /** Resolves when it is over and what it broke stands again. */
  strike: (world: World, workload: Workload) => Promise<void>;
}

const withRedis = ({ redis }: World) => redis !== null;

async function network(
  world: World,
  which: 'front' | 'toDatabase',
  weather: World['front']['weather'],
  ms: number,
) {
  world[which].weather = weather;
  await wait(ms);
  world[which].weather = 'fine';
}

/** What only an import says to Postgres. */
const IMPORTING = 'INSERT INTO share_code_use';

/** Kills the instances when Postgres is about to say that an import is committed: the row is there, and nobody was told. */
async function killAtCommit(world: World, workload: Workload): Promise<void> {
  const round = await workload.newRound();
  let hit = false;
  const importing = new Set<object>();
  world.toDatabase.ear = (bytes, speaker, connection) => {
    if (speaker === 'client' && bytes.includes(IMPORTING)) {
      importing.add(connection);
    }
    if (speaker === 'server' && importing.has(connection) && bytes.includes('COMMIT\0')) {
      hit = true;
      for (const server of world.servers) server.signal('SIGKILL');
    }
    return hit ? 'swallow' : 'pass';
  };
  await Promise.race([round(), wait(2_000)]);
  for (let n = 0; n < 100 && !hit; n += 1) await wait(20);
  world.toDatabase.ear = null;
  await Promise.all(world.servers.map((server) => server.stop('SIGKILL')));
  world.toDatabase.cut();
  await Promise.all(world.servers.map((server) => server.startSurely()));
}

/** Cuts whoever says this to Postgres, having said that before, while a collection goes round the class. */
async function unsaid(
  world: World,
  workload: Workload,
  words: string,
  before = words,
): Promise<void> {
  const round = await workload.newRound();
  const saidBefore = new Set<object>();
  world.toDatabase.ear = (bytes, speaker, connection) => {
    if (speaker === 'server') return 'pass';
    if (bytes.includes(before)) saidBefore.add(connection);
    return saidBefore.has(connection) && bytes.includes(words) ? 'cut' : 'pass';
  };
  await round();
  await wait(200);
  world.toDatabase.ear = null;
}

const endListening = (world: World) =>
  world.database.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cartable listen'",
  );

/** Takes the older part of a stream away, as trimming does, while one of its devices is offline. */
async function trim(world: World, workload: Workload): Promise<void> {
  const device = world.random.pick(world.devices);
  device.tunnel(true);
  for (let n = 0; n < 6; n += 1) await workload.importOne(device.account);
  const person = device.account.id;
  await world.database.transaction(async (client) => {
    await client.query('SELECT 1 FROM user_stream WHERE user_id = $1 FOR NO KEY UPDATE', [person]);
    const rows = await world.journal(`WHERE e.user_id = '${person}'`);
    const last = Math.max(0, ...rows.map(({ seq }: JournalRow) => seq));
    const cut = Math.max(0, last - 1);
    world.trimmed.push(...rows.filter(({ seq }: JournalRow) => seq <= cut));
    await client.query('DELETE FROM user_event WHERE user_id = $1 AND seq <= $2', [person, cut]);
    await client.query(
      'UPDATE user_stream SET trimmed_seq = GREATEST(trimmed_seq, $2) WHERE user_id = $1',
      [person, cut],
    );
  });
  device.tunnel(false);
}

/** A new history over the same rows, as after a restore: everybody has to read anew. */
async function rotateEpoch(world: World): Promise<void> {
  const [old] = await world.database.query<{ epoch: string }>('SELECT epoch FROM journal_meta');
  if (old) world.epochs.push(old.epoch);
  await world.database.query('UPDATE journal_meta SET epoch = gen_random_uuid()');
}

/** Runs one instance with a clock that is wrong. */
async function wrongClock(world: World, hours: number): Promise<void> {
  const server = world.random.pick(world.servers);
  await server.stop('SIGKILL');
  const preload = `--import=data:text/javascript,${encodeURIComponent(
    `const now=Date.now,by=${hours * 3_600_000};globalThis.Date=class extends Date{constructor(...a){a.length?super(...a):super(now()+by)}static now(){return now()+by}}`,
  )}`;
  await server.startSurely({ NODE_OPTIONS: preload });
  await wait(1_500);
  await server.stop('SIGKILL');
  await server.startSurely();
}

export const faults: readonly Fault[] = [
  {
    name: 'kill -9 of one instance',
    strike: async (world) => {
      const server = world.random.pick(world.servers);
      await server.stop('SIGKILL');
      await wait(world.random.between(0, 800));
      await server.startSurely();
    },
  },
  {
    name: 'kill -9 of all instances',
    strike: async (world) => {
      await Promise.all(world.servers.map((server) => server.stop('SIGKILL')));
      await wait(world.random.between(0, 500));
      await Promise.all(world.servers.map((server) => server.startSurely()));
    },
  },
  {
    name: 'rolling restart',
    strike: async (world) => {
      for (const server of world.servers) {
        await server.stop('SIGTERM');
        await server.startSurely();
      }
    },
  },
  { name: 'kill between COMMIT and wake', strike: killAtCommit },
  {
    name: 'SIGSTOP of an instance',
    strike: async (world) => {
      const server = world.random.pick(world.servers);
      server.signal('SIGSTOP');
      await wait(world.random.between(500, 2_500));
      server.signal('SIGCONT');
    },
  },
  {
    name: 'a device sleeps',
    strike: async (world, workload) => {
      const device = world.random.pick(world.devices);
      device.sleep(true);
      for (let n = 0; n < 5; n += 1) await workload.importOne(device.account);
      await wait(1_000);
      device.sleep(false);
    },
  },
  {
    name: 'a device in the tunnel, and an import',
    strike: async (world, workload) => {
      const device = world.random.pick(world.devices);
      device.tunnel(true);
      await (
        await workload.newRound()
      )();
      device.tunnel(false);
    },
  },
  {
    name: 'connections of devices cut, and an import',
    strike: async (world, workload) => {
      const round = await workload.newRound();
      const again = world.reconnected();
      world.front.cut();
      await again;
      await round();
    },
  },
  {
    name: 'a device in the tunnel',
    strike: async (world) => {
      const device = world.random.pick(world.devices);
      device.tunnel(true);
      await wait(world.random.between(200, 1_500));
      device.tunnel(false);
    },
  },
  {
    name: 'pg_terminate_backend of half the backends',
    strike: async (world) => {
      await world.database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'cartable%' AND random() < 0.5",
      );
      await wait(300);
    },
  },
  {
    name: 'LISTEN killed just before an import',
    strike: async (world, workload) => {
      const round = await workload.newRound();
      await endListening(world);
      await round();
    },
  },
  {
    name: 'hints that are never sent',
    strike: (world, workload) => unsaid(world, workload, 'pg_notify'),
  },
  {
    name: 'COMMIT that never arrives',
    strike: (world, workload) => unsaid(world, workload, 'COMMIT\0', IMPORTING),
  },
  {
    name: 'Postgres stops at once and starts',
    strike: async (world) => {
      await world.database.crash();
      await wait(300);
      world.toDatabase.cut();
      await world.database.startAgain();
    },
  },
  {
    name: 'connections of devices cut',
    strike: async (world) => {
      world.front.cut();
      await wait(200);
    },
  },
  {
    name: 'black hole before the instances',
    strike: (world) => network(world, 'front', 'hold', 2_000),
  },
  {
    name: 'half-open connections',
    strike: async (world) => {
      await network(world, 'front', 'half-open', 1_500);
      world.front.cut();
    },
  },
  { name: '300 ms of latency', strike: (world) => network(world, 'front', 'slow', 2_000) },
  { name: 'bytes one by one', strike: (world) => network(world, 'front', 'trickle', 1_500) },
  {
    name: 'connections to Postgres cut',
    strike: async (world) => {
      world.toDatabase.cut();
      await wait(200);
    },
  },
  {
    name: 'black hole before Postgres',
    strike: (world) => network(world, 'toDatabase', 'hold', 2_000),
  },
  { name: 'offline beyond the trim', strike: trim },
  { name: 'another history', strike: (world) => rotateEpoch(world) },
  { name: 'a clock an hour ahead', strike: (world) => wrongClock(world, 1) },
  { name: 'a clock an hour behind', strike: (world) => wrongClock(world, -1) },
  {
    name: 'Redis killed',
    isPossible: withRedis,
    strike: async (world) => {
      await world.redis?.kill();
      await wait(500);
      await world.redis?.begin();
    },
  },
  {
    name: 'Redis asleep',
    isPossible: withRedis,
    strike: async (world) => {
      await world.redis?.command(['DEBUG', 'SLEEP', '2']);
    },
  },
  {
    name: 'Redis emptied',
    isPossible: withRedis,
    strike: async (world) => {
      await world.redis?.command(['FLUSHALL']);
    },
  },
];
