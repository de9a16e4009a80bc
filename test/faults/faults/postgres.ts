import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../random';
import type { Workload } from '../workload';
import type { World } from '../world';
import { Acting, Moment } from './acting';
import type { Fault } from './fault';
import { network } from './network';

/** Cuts the connections to Postgres that come to this, while a collection goes round the class or is changed. */
async function cutAt(
  moment: Moment,
  world: World,
  workload: Workload,
  random: Random,
): Promise<void> {
  const act = await workload.oneAct(random);
  const acting = new Acting();
  world.toDatabase.ear = (...said) => (acting.hears(...said) === moment ? 'cut' : 'pass');
  await act();
  await wait(200);
  world.toDatabase.ear = null;
}

/** A new history over the same rows, as after a restore: everybody has to read anew. */
async function rotateEpoch(world: World): Promise<void> {
  const [old] = await world.database.query<{ epoch: string }>('SELECT epoch FROM journal_meta');
  if (old) world.epochs.push(old.epoch);
  await world.database.query('UPDATE journal_meta SET epoch = gen_random_uuid()');
}

/** Faults of Postgres, and of the network before it. */
export const postgresFaults: readonly Fault[] = [
  {
    name: 'pg_terminate_backend of half the backends',
    targets: ['database'],
    strike: async (world) => {
      await world.database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'cartable%' AND random() < 0.5",
      );
      await wait(300);
    },
  },
  {
    name: 'LISTEN killed just before an import',
    targets: ['database'],
    strike: async (world, workload, random) => {
      const round = await workload.newRound(random);
      await world.database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cartable listen'",
      );
      await round();
    },
  },
  {
    name: 'hints that are never sent',
    targets: ['database'],
    strike: (world, workload, random) => cutAt('hints', world, workload, random),
  },
  {
    name: 'COMMIT that never arrives',
    targets: ['database'],
    strike: (world, workload, random) => cutAt('commits', world, workload, random),
  },
  {
    name: 'COMMIT that is never answered',
    targets: ['database'],
    strike: (world, workload, random) => cutAt('committed', world, workload, random),
  },
  {
    name: 'Postgres stops at once and starts',
    targets: ['database'],
    strike: async (world) => {
      await world.database.crash();
      await wait(300);
      world.toDatabase.cut();
      await world.database.startAgain();
    },
  },
  {
    name: 'connections to Postgres cut',
    targets: ['database'],
    strike: async (world) => {
      world.toDatabase.cut();
      await wait(200);
    },
  },
  {
    name: 'black hole before Postgres',
    targets: ['database'],
    strike: (world) => network(world, 'toDatabase', 'hold', 2_000),
  },
  {
    name: 'half-open connections to Postgres',
    targets: ['database'],
    strike: async (world) => {
      await network(world, 'toDatabase', 'half-open', 1_500);
      world.toDatabase.cut();
    },
  },
  { name: 'another history', targets: ['database'], strike: (world) => rotateEpoch(world) },
  {
    name: 'a collection is deleted while the class imports it',
    targets: [],
    strike: (_, workload, random) => workload.rush(random),
  },
];
