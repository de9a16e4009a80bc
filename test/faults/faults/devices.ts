import { setTimeout as wait } from 'node:timers/promises';
import type { JournalRow } from '../history';
import type { Random } from '../random';
import type { Workload } from '../workload';
import type { World } from '../world';
import type { Fault } from './fault';

/** Longer than the server waits for an acknowledgement, and for its farewell to be read. */
const LET_GO_MS = 11_000;
const NOTICE_MS = 3_000;

/** Takes the older part of a stream away, as trimming does, while one of its devices is offline. */
async function trim(world: World, workload: Workload, random: Random): Promise<void> {
  const device = random.pick(world.devices);
  device.tunnel(true);
  for (let n = 0; n < 6; n += 1) await workload.importOne(random, device.account);
  const person = device.account.id;
  await world.database.transaction(async (client) => {
    await client.query('SELECT 1 FROM user_stream WHERE user_id = $1 FOR NO KEY UPDATE', [person]);
    const rows = await world.journal(`WHERE e.user_id = '${person}'`);
    const last = Math.max(0, ...rows.map(({ seq }: JournalRow) => seq));
    const cut = Math.max(0, last - 1);
    await client.query('DELETE FROM user_event WHERE user_id = $1 AND seq <= $2', [person, cut]);
    await client.query(
      'UPDATE user_stream SET trimmed_seq = GREATEST(trimmed_seq, $2) WHERE user_id = $1',
      [person, cut],
    );
    world.trimmed.push(...rows.filter(({ seq }: JournalRow) => seq <= cut));
  });
  device.tunnel(false);
}

/** Reads nothing until the server must have given up; it may not keep for ever what such a device does not take. */
async function sleepThrough(world: World, workload: Workload, random: Random): Promise<void> {
  const awake = world.devices.filter((device) => device.isConnected);
  if (awake.length === 0) return;
  const device = random.pick(awake);
  const { losses } = device;
  device.sleep(true);
  await (
    await workload.newRound(random)
  )();
  await wait(LET_GO_MS);
  const isUntold = device.stands((await world.heads()).get(device.account.id));
  device.sleep(false);
  for (let waited = 0; device.losses === losses && waited < NOTICE_MS; waited += 20) await wait(20);
  if (device.losses === losses && !isUntold) {
    world.complaints.push({ invariant: 'S2', what: `${device.name} read nothing, and was kept` });
  }
}

/** Faults of screens and of whoever sits before them. */
export const deviceFaults: readonly Fault[] = [
  {
    name: 'a device sleeps',
    targets: ['device'],
    strike: async (world, workload, random) => {
      const device = random.pick(world.devices);
      device.sleep(true);
      for (let n = 0; n < 5; n += 1) await workload.importOne(random, device.account);
      await wait(1_000);
      device.sleep(false);
    },
  },
  { name: 'a device sleeps until it is let go', targets: ['device'], strike: sleepThrough },
  {
    name: 'a device in the tunnel, and an import',
    targets: ['device'],
    strike: async (world, workload, random) => {
      const device = random.pick(world.devices);
      device.tunnel(true);
      const round = await workload.newRound(random);
      await round();
      device.tunnel(false);
    },
  },
  {
    name: 'a device in the tunnel',
    targets: ['device'],
    strike: async (world, _, random) => {
      const device = random.pick(world.devices);
      device.tunnel(true);
      await wait(random.between(200, 1_500));
      device.tunnel(false);
    },
  },
  {
    name: 'a page is loaded anew',
    targets: ['device'],
    strike: (world, _, random) => random.pick(world.devices).reload(),
  },
  {
    name: 'somebody signs out and in again',
    targets: [],
    strike: (world, _, random) =>
      random
        .pick(world.pupils)
        .signOut()
        .catch(() => undefined),
  },
  { name: 'offline beyond the trim', targets: ['device', 'database'], strike: trim },
];
