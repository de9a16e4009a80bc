import type { Pool } from 'pg';
import type { Figure, Measured, Options } from '../figure';
import { does } from '../ground/call';
import { addCollections, follow, Shared } from '../ground/content';
import { Ground, RunningCartable } from '../ground/ground';
import { Ledger } from '../ground/ledger';
import { median, spread, turned } from '../stats';
import { enrol, Person } from '../people';
import { both, Bytes, sum, times } from '../traffic/bytes';
import * as day from '../traffic/day';
import { compressing, pingingEvery } from '../traffic/engine-options';
import { Poller } from '../traffic/poller';
import { Screen } from '../traffic/screen';
import { bytesASocket, gather } from '../traffic/socket-memory';
import { Wire } from '../traffic/wire';

const KB = 1024;
const PING_MS = 60;
const PUSH = 'Cartable';
const WITH = 'polling every 5 s, ETag';
const WITHOUT = 'polling every 5 s';
const SHIPPED = 'HTTP compressed, sockets not';
const PLAIN = 'nothing compressed';
const ALL = 'HTTP and sockets compressed';
const TOTAL = 'up and down, a school day';

interface Sizes {
  polls: number;
  heartbeats: number;
  sockets: number;
}

const FULL: Sizes = { polls: 100, heartbeats: 60, sockets: 1_000 };
const SMOKE: Sizes = { polls: 4, heartbeats: 3, sockets: 20 };

interface Servers {
  shipped: RunningCartable;
  deflating: RunningCartable;
  pinging: RunningCartable;
}

interface School extends Servers {
  secret: string;
  db: Pool;
  teacher: Person;
  known: Shared[];
  coming: Shared[];
  ledger: Ledger;
  sizes: Sizes;
}

/** Bytes on the wire of one pupil's device over a school day, and what compressing them costs the server. */
export const traffic: Figure = {
  name: 'traffic',
  title: 'Traffic of a pupil over a school day',
  measure: (options) => Ground.during((ground) => measure(ground, options)),
};

async function measure(ground: Ground, { rounds, isSmoke, say }: Options): Promise<Measured> {
  const sizes = isSmoke ? SMOKE : FULL;
  const { url, db } = await ground.database();
  const { secret } = ground;
  const servers = await serve(ground, url, isSmoke);
  const [teacher] = (await enrol(db, secret, 1, 'teacher')) as [Person];
  const known = await addCollections(db, teacher.id, day.COLLECTIONS, day.CARDS);
  const coming = await addCollections(db, teacher.id, day.ARRIVALS, day.CARDS);
  const ledger = new Ledger();
  const school = { secret, db, ...servers, teacher, known, coming, ledger, sizes };
  for (let round = 0; round < rounds; round += 1) {
    say(`round ${round + 1} of ${rounds}: a school day`);
    await schoolDay(school);
  }
  for (const server of new Set([servers.shipped, servers.deflating, servers.pinging]))
    await ground.stop(server);

  const crowd = await gather(db, secret, sizes.sockets);
  const candidates = [
    { at: SHIPPED, extra: {} },
    ...(isSmoke ? [] : [{ at: ALL, extra: compressing }]),
  ];
  for (let round = 0; round < rounds; round += 1) {
    say(`round ${round + 1} of ${rounds}: memory of sockets`);
    for (const { at, extra } of turned(candidates, round)) {
      const start = () => ground.serve(url, extra);
      const bytes = await bytesASocket(ground, start, crowd, sizes.sockets);
      ledger.note(PUSH, 'resident memory of the server a socket', at, 'KB', bytes / KB);
    }
  }
  return {
    series: ledger.series,
    targets: isSmoke ? [] : targetsOf(ledger),
    notes: notesOf(sizes),
  };
}

async function serve(ground: Ground, url: string, isSmoke: boolean): Promise<Servers> {
  const pinging = pingingEvery(PING_MS);
  if (isSmoke) {
    const all = await ground.serve(url, { ...compressing, ...pinging });
    return { shipped: all, deflating: all, pinging: all };
  }
  return {
    shipped: await ground.serve(url),
    deflating: await ground.serve(url, compressing),
    pinging: await ground.serve(url, pinging),
  };
}

async function schoolDay({ ledger, sizes, ...school }: School): Promise<void> {
  const { secret, db, teacher, shipped } = school;
  const [person] = (await enrol(db, secret, 1, 'student')) as [Person];
  await follow(db, [person.id], school.known);
  const owner = { person, secret };
  const wires: Wire[] = [];
  const wireTo = async ({ port }: RunningCartable) => {
    const wire = await Wire.to(port);
    wires.push(wire);
    return wire;
  };
  const pollers = await Promise.all(
    [WITH, WITHOUT].flatMap((who) =>
      [SHIPPED, PLAIN].map(async (at) => {
        const poller = new Poller(await wireTo(shipped), owner, at === SHIPPED, who === WITH);
        return {
          who,
          at,
          poller,
          first: await poller.polls(),
          idle: [] as Bytes[],
          changed: [] as Bytes[],
        };
      }),
    ),
  );
  const screens = await Promise.all(
    [SHIPPED, PLAIN, ALL].map(async (at) => {
      const wire = await wireTo(at === ALL ? school.deflating : shipped);
      const screen = new Screen(wire, owner, at !== PLAIN);
      return { at, screen, opening: await screen.opens() };
    }),
  );
  const still = new Screen(await wireTo(school.pinging), owner, true);
  await still.opens();

  const idle = async () => {
    for (let n = 0; n < sizes.polls / 2; n += 1)
      for (const { poller, idle } of pollers) idle.push(await poller.polls());
  };
  await idle();
  const heartbeat = await still.heartbeat(sizes.heartbeats);
  for (const act of actsOf(school, teacher, person)) {
    await act();
    for (const { poller, changed } of pollers) changed.push(await poller.polls());
  }
  await idle();

  for (const { who, at, poller, first, idle, changed } of pollers) {
    const unchanged = day.POLLS - 1 - changed.length;
    const bytes = sum(
      first,
      times(unchanged / idle.length, sum(...idle)),
      ...changed,
      times(day.RENEWALS, await poller.renews()),
    );
    note(ledger, who, at, bytes);
  }
  for (const { at, screen, opening } of screens) {
    const events = await screen.hears(day.ARRIVALS + day.EDITS);
    const parts = {
      'opening the page’s list and socket': opening,
      heartbeats: times(day.HEARTBEATS, heartbeat),
      events,
      'token renewals': times(day.RENEWALS, await screen.renews()),
    };
    for (const [part, bytes] of Object.entries(parts))
      ledger.note(PUSH, `of which ${part}`, at, 'KB', both(bytes) / KB);
    note(ledger, PUSH, at, sum(...Object.values(parts)));
    screen.closes();
  }
  still.closes();
  for (const wire of wires) await wire.close();
}

/** What happens at school, one after the other: the pupil imports on another device, the teacher edits. */
function actsOf(
  { shipped: { url }, known, coming }: Pick<School, 'shipped' | 'known' | 'coming'>,
  teacher: Person,
  pupil: Person,
): (() => Promise<unknown>)[] {
  const arrivals = coming.map(
    ({ code }) =>
      () =>
        does({ url, token: pupil.token, method: 'POST', path: `/share-codes/${code}/import` }),
  );
  const edits = Array.from({ length: day.EDITS }, (_, n) => async () => {
    const path = `/collections/${known[n % known.length]?.id}`;
    const about = { url, token: teacher.token };
    const { rev, cards } = await does<{ rev: number; cards: { id: string }[] }>({ ...about, path });
    const body = { rev, back: `Réponse ${n}, corrigée en classe : ${pupil.id}` };
    await does({ ...about, method: 'PATCH', path: `${path}/cards/${cards[n]?.id}`, body });
  });
  return [...edits.slice(0, day.EDITS / 2), ...arrivals, ...edits.slice(day.EDITS / 2)];
}

function note(ledger: Ledger, who: string, at: string, bytes: Bytes): void {
  ledger.note(who, 'up, a school day', at, 'KB', bytes.up / KB);
  ledger.note(who, 'down, a school day', at, 'KB', bytes.down / KB);
  ledger.note(who, TOTAL, at, 'KB', both(bytes) / KB);
}

/** Cartable as it is shipped beside polling with and without compressed answers. */
function targetsOf(ledger: Ledger): Measured['targets'] {
  const push = ledger.of(PUSH, TOTAL, SHIPPED);
  const less = (than: string, at: string) =>
    ledger.of(than, TOTAL, at).map((bytes, n) => 100 * (1 - (push[n] ?? NaN) / bytes));
  return [
    { than: WITH, percent: 95 },
    { than: WITHOUT, percent: 99 },
  ].flatMap(({ than, percent }) =>
    [SHIPPED, PLAIN].map((at) => ({
      wanted: `≥ ${percent} % fewer bytes than ${than}, answers ${at === PLAIN ? 'not ' : ''}compressed`,
      measured: `${spread(less(than, at))} % fewer`,
      isMet: median(less(than, at)) >= percent,
    })),
  );
}

const notesOf = (sizes: Sizes): string[] => [
  `The day: ${day.SECONDS / 3_600} hours with the page open; ${day.COLLECTIONS} collections at its begin, ${day.ARRIVALS} of ${day.CARDS} cards come, ${day.EDITS} cards are edited. ${day.POLLS} polls, ${day.HEARTBEATS} heartbeats, ${day.RENEWALS} token renewals (in all candidates).`,
  `Bytes are counted by a proxy on real TCP connections, without those of TCP and IP (which favours polling). Requests carry Chromium’s headers.`,
  `Scaled: the mean of ${sizes.polls} real polls of an unchanged list stands for all of them, that of ${sizes.heartbeats} real heartbeats (every ${PING_MS} ms instead of 25 s: the same bytes) for all heartbeats, one renewal for all; opening, events and polls after a change are counted one by one.`,
  `Polling asks for the list only; cards of a changed collection, which Cartable’s events bring, are not fetched (which favours polling). Loading the page’s own files is left out: it is the same.`,
  `Memory: ${sizes.sockets} sockets after a tenth as many for warming up, each told an event of 2 KB. Compressed sockets: permessage-deflate over 1 KB, for which Cartable has no setting, put into the built server by the bench.`,
];
