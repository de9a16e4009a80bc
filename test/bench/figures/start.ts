import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { makeDataDir } from '../../support/data-dir';
import type { Figure, Measured, Options, Target } from '../figure';
import { Ground } from '../ground/ground';
import { Ledger } from '../ground/ledger';
import { residentBytes } from '../ground/memory';
import { median, spread, turned } from '../stats';
import { Instances } from '../start/instances';
import { npmStart } from '../start/npm-start';

const WHO = 'Cartable';
const MEMORY = 'resident memory, idle';
const RATE = 'imports a second';
const SECOND = 'second start';
const INSTANCES = [1, 2] as const;
const MB = 1024 * 1024;
const IDLE_MB = 180;

interface Sizes {
  idleMs: number;
  imports: number;
}

const FULL: Sizes = { idleMs: 10_000, imports: 600 };
const SMOKE: Sizes = { idleMs: 100, imports: 20 };

/** How soon a server is there, what it needs while nothing happens, and what another one beside it brings. */
export const start: Figure = {
  name: 'start',
  title: 'Start, idle memory, a second instance',
  async measure(options) {
    const sizes = options.isSmoke ? SMOKE : FULL;
    const ledger = new Ledger();
    await starts(ledger, sizes, options);
    await Ground.during((ground) => instances(ground, ledger, sizes, options));
    return {
      series: ledger.series,
      targets: options.isSmoke ? [] : targetsOf(ledger),
      notes: notesOf(sizes),
    };
  },
};

async function starts(
  ledger: Ledger,
  { idleMs }: Sizes,
  { rounds, isSmoke, say }: Options,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    say(`round ${round + 1} of ${rounds}: first and second start`);
    const dataDir = await makeDataDir();
    try {
      const first = await npmStart(dataDir);
      ledger.note(WHO, 'npm start to ready', 'first start', 's', first.readyMs / 1_000);
      await first.stop();
      if (isSmoke) continue;
      const second = await npmStart(dataDir);
      ledger.note(WHO, 'npm start to ready', SECOND, 's', second.readyMs / 1_000);
      await wait(idleMs);
      ledger.note(WHO, MEMORY, SECOND, 'MB', (await residentBytes(second.pid)) / MB);
      await second.stop();
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  }
}

async function instances(
  ground: Ground,
  ledger: Ledger,
  { imports }: Sizes,
  { rounds, isSmoke, say }: Options,
): Promise<void> {
  const load = { imports, times: rounds + 1 };
  const candidates: { count: number; school: Instances }[] = [];
  for (const count of isSmoke ? [1] : INSTANCES)
    candidates.push({ count, school: await Instances.start(ground, count, load) });
  for (const { school } of candidates) await school.importsASecond();
  for (let round = 0; round < rounds; round += 1) {
    say(`round ${round + 1} of ${rounds}: one and two instances`);
    for (const { count, school } of turned(candidates, round))
      ledger.note(WHO, RATE, atOf(count), '/s', await school.importsASecond());
  }
}

const atOf = (count: number) => `${count} instance${count > 1 ? 's' : ''}, 32 in flight`;

function targetsOf(ledger: Ledger): Target[] {
  const idle = ledger.of(WHO, MEMORY, SECOND);
  return [
    {
      wanted: `idle server: ≤ ${IDLE_MB} MB resident`,
      measured: spread(idle, ' MB'),
      isMet: median(idle) <= IDLE_MB,
    },
  ];
}

const notesOf = ({ idleMs, imports }: Sizes): Measured['notes'] => [
  `Start: node scripts/start.mjs, which is what npm start runs, with its own settings: embedded Postgres, demo school, page. Everything is installed and built; the first start makes the database and the demo school in an empty data folder, the second finds them.`,
  `Idle: ${idleMs / 1_000} s after the second start is ready, the server’s process without Postgres.`,
  `Instances: ${imports} imports of 50 cards a round by one client, after as many for warming up; one and two instances take turns, each on a database of its own with 200 pupils. Client, Postgres and all instances share this machine’s processors: with few, a second instance can bring little.`,
];
