import type { Figure, Measured, Options, Target } from '../figure';
import { addCollections } from '../ground/content';
import { Ground } from '../ground/ground';
import { Ledger } from '../ground/ledger';
import { enrol, Person } from '../people';
import { idle } from '../sockets/idle';
import { load } from '../sockets/load';
import { stoppedClient } from '../sockets/stopped';
import { appendToAll, storm } from '../sockets/storm';
import { Stage } from '../stage';
import { median, ratios, spread, turned } from '../stats';

const WHO = 'Cartable';
const BARE = 'bare Socket.IO';
const MEMORY = 'resident memory a socket';
const BACK = 'all back after a restart';
const LATE = 'commit to screen, p99';
const STOPPED = 'a client that stops reading';
/** Screens of one person: a computer at school, a telephone. */
const EACH = 2;

interface Sizes {
  idle: number[];
  storm: number;
  load: { sockets: number; rate: number; seconds: number };
  edits: number;
}

const FULL: Sizes = {
  idle: [1_000, 5_000],
  storm: 5_000,
  load: { sockets: 1_000, rate: 300, seconds: 10 },
  edits: 60,
};
const SMOKE: Sizes = {
  idle: [20],
  storm: 20,
  load: { sockets: 20, rate: 20, seconds: 1 },
  edits: 2,
};

/** What a connection costs, how soon all are back, how late events are while a school imports. */
export const sockets: Figure = {
  name: 'sockets',
  title: 'Sockets: memory, handshakes, coming back, events under load',
  measure: async (options) => {
    const ledger = new Ledger();
    const sizes = options.isSmoke ? SMOKE : FULL;
    for (let round = 0; round < options.rounds; round += 1) {
      options.say(`round ${round + 1} of ${options.rounds} …`);
      for (const count of turned(sizes.idle, round)) await idleSockets(ledger, count);
      await Ground.during((ground) => restarts(ground, ledger, sizes.storm));
      await Ground.during((ground) => underLoad(ground, ledger, sizes));
    }
    return measured(ledger, sizes, options);
  },
};

/** Cartable and a bare Socket.IO, one after the other, each in a process of its own. */
async function idleSockets(ledger: Ledger, count: number): Promise<void> {
  const at = `${count} sockets`;
  const note = (
    who: string,
    { kilobytesASocket, handshakesASecond }: Awaited<ReturnType<typeof idle>>,
  ) => {
    ledger.note(who, MEMORY, at, 'KB', kilobytesASocket);
    ledger.note(who, 'handshakes a second', at, '1/s', handshakesASecond);
  };
  await Ground.during(async (ground) => {
    const { url, db } = await ground.database();
    const people = await enrol(db, ground.secret, Math.ceil((count * 1.1) / EACH), 'student');
    const server = await ground.serve(url);
    note(WHO, await idle(server, (n) => ({ token: people[n % people.length]?.token }), count));
  });
  const stage = await Stage.set();
  try {
    note(BARE, await idle(await stage.reference('bare'), () => ({}), count));
  } finally {
    await stage.stop();
  }
}

async function restarts(ground: Ground, ledger: Ledger, count: number): Promise<void> {
  const { url, db } = await ground.database();
  const people = await enrol(db, ground.secret, Math.ceil(count / EACH), 'student');
  const server = await ground.restartable(url);
  for (const missed of [0, 10]) {
    const seconds = await storm(server, people, count, () => appendToAll(db, people, missed));
    ledger.note(WHO, BACK, `${count} sockets, ${missed} events missed`, 's', seconds);
  }
}

async function underLoad(
  ground: Ground,
  ledger: Ledger,
  { load: size, edits }: Sizes,
): Promise<void> {
  const { url, db } = await ground.database();
  const [teacher] = (await enrol(db, ground.secret, 1, 'teacher')) as [Person];
  const people = await enrol(db, ground.secret, size.sockets / EACH, 'student');
  const count = Math.ceil((size.rate * size.seconds) / people.length);
  const shared = await addCollections(db, teacher.id, count, 50);
  const server = await ground.serve(url);
  const { importsASecond, p50, p99 } = await load(server.url, people, shared, size);
  const at = `${size.rate} imports a second, ${size.sockets} sockets`;
  ledger.note(WHO, 'imports a second, reached', at, '1/s', importsASecond);
  ledger.note(WHO, 'commit to screen, p50', at, 'ms', p50);
  ledger.note(WHO, LATE, at, 'ms', p99);
  ledger.note(
    WHO,
    STOPPED,
    `${edits} events of 400 KB`,
    'MB',
    await stoppedClient(server, teacher, edits),
  );
}

function measured(ledger: Ledger, sizes: Sizes, { isSmoke }: Options): Measured {
  return {
    series: ledger.series,
    targets: isSmoke ? [] : targets(ledger, sizes),
    notes: [
      `A person has ${EACH} screens. Memory is resident memory (VmRSS) of the server’s process, over what it had with a tenth of the sockets; Linux only.`,
      'Back after a restart: from the moment in which the new process is started, with the page’s own waiting (what `bye` asked for, and full jitter).',
      'Commit to screen: from the event’s `at`, which Postgres wrote, on the same machine’s clock.',
    ],
  };
}

function targets(
  ledger: Ledger,
  { idle: counts, storm: count, load: size, edits }: Sizes,
): Target[] {
  const most = (wanted: string, values: number[], bound: number, unit: string): Target => ({
    wanted: `${wanted}: ≤ ${bound}${unit}`,
    measured: spread(values, unit),
    isMet: median(values) <= bound,
  });
  const at = `${size.rate} imports a second, ${size.sockets} sockets`;
  return [
    ...counts.map((one) => {
      const [ours, bare] = [WHO, BARE].map((who) => ledger.of(who, MEMORY, `${one} sockets`));
      return most(
        `memory a socket, ${one} sockets, to bare Socket.IO`,
        ratios(ours ?? [], bare ?? []),
        1.5,
        ' ×',
      );
    }),
    most('memory a socket, 5000 idle', ledger.of(WHO, MEMORY, '5000 sockets'), 30, ' KB'),
    ...[0, 10].map((missed) => {
      const what = `${count} sockets, ${missed} events missed`;
      return most(`${BACK}, ${what}`, ledger.of(WHO, BACK, what), 10, ' s');
    }),
    most(`${LATE}, ${at}`, ledger.of(WHO, LATE, at), 250, ' ms'),
    most(STOPPED, ledger.of(WHO, STOPPED, `${edits} events of 400 KB`), 20, ' MB'),
  ];
}
