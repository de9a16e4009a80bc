import { setTimeout as wait } from 'node:timers/promises';
import { isOneMessage } from '../frame';
import type { Random } from '../random';
import type { Verdict, Weather } from '../tcp-proxy';
import type { Workload } from '../workload';
import type { World } from '../world';
import type { Fault } from './fault';

/** Makes the network before the instances, or before Postgres, bad for a while. */
export async function network(
  world: World,
  which: 'front' | 'toDatabase',
  weather: Weather,
  ms: number,
): Promise<void> {
  world[which].weather = weather;
  await wait(ms);
  world[which].weather = 'fine';
}

/** Does this to one message on its way to a device, while a collection goes round the class. */
async function oneMessage(world: World, workload: Workload, random: Random, verdict: Verdict) {
  const rounds = [await workload.newRound(random), await workload.newRound(random)];
  let done = false;
  world.front.ear = (bytes, speaker) => {
    if (done || speaker === 'client' || !isOneMessage(bytes, '"newCollection"')) return 'pass';
    done = true;
    return verdict;
  };
  for (const round of rounds) await round();
  world.front.ear = null;
}

/** Faults of the network between devices and instances. */
export const networkFaults: readonly Fault[] = [
  {
    name: 'connections of devices cut',
    targets: ['front'],
    strike: async (world) => {
      world.front.cut();
      await wait(200);
    },
  },
  {
    name: 'connections of devices cut, and an import',
    targets: ['front'],
    strike: async (world, workload, random) => {
      const round = await workload.newRound(random);
      const again = world.reconnected();
      world.front.cut();
      await again;
      await round();
    },
  },
  {
    name: 'black hole before the instances',
    targets: ['front'],
    strike: (world) => network(world, 'front', 'hold', 2_000),
  },
  {
    name: 'half-open connections',
    targets: ['front'],
    strike: async (world) => {
      await network(world, 'front', 'half-open', 1_500);
      world.front.cut();
    },
  },
  {
    name: '300 ms of latency',
    targets: ['front'],
    strike: (world) => network(world, 'front', 'slow', 2_000),
  },
  {
    name: 'bytes one by one',
    targets: ['front'],
    strike: (world) => network(world, 'front', 'trickle', 1_500),
  },
  {
    name: 'a message is lost on the way',
    targets: ['front'],
    strike: (world, workload, random) => oneMessage(world, workload, random, 'swallow'),
  },
  {
    name: 'a message comes twice',
    targets: ['front'],
    strike: (world, workload, random) => oneMessage(world, workload, random, 'twice'),
  },
];
