import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../random';
import type { Workload } from '../workload';
import type { World } from '../world';
import { Acting } from './acting';
import type { Fault } from './fault';

/** Kills the instances when Postgres is about to say that an act is committed: the event is there, and nobody was told. */
async function killAtCommit(world: World, workload: Workload, random: Random): Promise<void> {
  const act = await workload.oneAct(random);
  const acting = new Acting();
  let hit = false;
  world.toDatabase.ear = (...said) => {
    if (acting.hears(...said) === 'committed') {
      hit = true;
      for (const server of world.servers) server.signal('SIGKILL');
    }
    return hit ? 'swallow' : 'pass';
  };
  await Promise.race([act(), wait(2_000)]);
  for (let n = 0; n < 100 && !hit; n += 1) await wait(20);
  world.toDatabase.ear = null;
  await Promise.all(world.servers.map((server) => server.stop('SIGKILL')));
  world.toDatabase.cut();
  await Promise.all(world.servers.map((server) => server.startSurely()));
}

/** Runs one instance with a clock that is wrong. */
async function wrongClock(world: World, hours: number, random: Random): Promise<void> {
  const server = random.pick(world.servers);
  await server.stop('SIGKILL');
  const preload = `--import=data:text/javascript,${encodeURIComponent(
    `const now=Date.now,by=${hours * 3_600_000};globalThis.Date=class extends Date{constructor(...a){a.length?super(...a):super(now()+by)}static now(){return now()+by}}`,
  )}`;
  await server.startSurely({ NODE_OPTIONS: preload });
  await wait(1_500);
  await server.stop('SIGKILL');
  await server.startSurely();
}

/** Faults of the server's processes. */
export const instanceFaults: readonly Fault[] = [
  {
    name: 'kill -9 of one instance',
    targets: ['instances'],
    strike: async (world, _, random) => {
      const server = random.pick(world.servers);
      await server.stop('SIGKILL');
      await wait(random.between(0, 800));
      await server.startSurely();
    },
  },
  {
    name: 'kill -9 of all instances',
    targets: ['instances'],
    strike: async (world, _, random) => {
      await Promise.all(world.servers.map((server) => server.stop('SIGKILL')));
      await wait(random.between(0, 500));
      await Promise.all(world.servers.map((server) => server.startSurely()));
    },
  },
  {
    name: 'rolling restart',
    targets: ['instances'],
    strike: async (world) => {
      for (const server of world.servers) {
        await server.stop('SIGTERM');
        await server.startSurely();
      }
    },
  },
  {
    name: 'kill between COMMIT and wake',
    targets: ['instances', 'database'],
    strike: killAtCommit,
  },
  {
    name: 'SIGSTOP of an instance',
    targets: ['instances'],
    strike: async (world, _, random) => {
      const server = random.pick(world.servers);
      server.signal('SIGSTOP');
      await wait(random.between(500, 2_500));
      server.signal('SIGCONT');
    },
  },
  {
    name: 'a clock an hour ahead',
    targets: ['instances'],
    strike: (world, _, random) => wrongClock(world, 1, random),
  },
  {
    name: 'a clock an hour behind',
    targets: ['instances'],
    strike: (world, _, random) => wrongClock(world, -1, random),
  },
];
