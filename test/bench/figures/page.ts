import { setTimeout as wait } from 'node:timers/promises';
import { Browser, chromium } from '@playwright/test';
import type { Pool } from 'pg';
import { findChromium } from '../../support/chromium';
import type { Figure, Measured, Options, Target } from '../figure';
import { does } from '../ground/call';
import { addCollections, follow, Shared } from '../ground/content';
import { Ground } from '../ground/ground';
import { Ledger } from '../ground/ledger';
import { refreshCookie } from '../ground/refresh-cookie';
import { median, quantile, spread, turned } from '../stats';
import { appendBusyYear } from '../page/busy-year';
import { scrollThrough } from '../page/scrolling';
import { Visit } from '../page/visit';
import { enrol, Person } from '../people';

const WHO = 'Cartable';
const LONG_FRAME_MS = 50;
const USABLE = 'cold load to a usable list';
const PAINT = 'event to paint';
const LONGEST = 'longest frame while scrolling';
const MB = 1024 * 1024;

interface Sizes {
  /** How many times slower than this machine the device is. */
  slowdown: number;
  lists: readonly [number, number];
  events: number;
  /** From a painted event to the next one: too short for the tile's glow to end. */
  pauseMs: number;
  cards: number;
  year: number;
}

const FULL: Sizes = {
  slowdown: 4,
  lists: [30, 500],
  events: 50,
  pauseMs: 300,
  cards: 2_000,
  year: 10_000,
};
const SMOKE: Sizes = { slowdown: 1, lists: [3, 30], events: 2, pauseMs: 0, cards: 60, year: 20 };

interface School {
  url: string;
  secret: string;
  db: Pool;
  browser: Browser;
  /** As many as the longest list has. */
  known: Shared[];
  coming: Shared[];
  large: Shared[];
  ledger: Ledger;
  sizes: Sizes;
}

/** The page in a real Chromium on a slow device. */
export const page: Figure = {
  name: 'page',
  title: 'The page on a slow device',
  measure: (options) =>
    Ground.during(async (ground) => {
      const browser = await chromium.launch(await findChromium());
      try {
        return await measure(ground, browser, options);
      } finally {
        await browser.close();
      }
    }),
};

async function measure(
  ground: Ground,
  browser: Browser,
  { rounds, isSmoke, say }: Options,
): Promise<Measured> {
  const sizes = isSmoke ? SMOKE : FULL;
  const { secret } = ground;
  const { url: databaseUrl, db } = await ground.database();
  const { url } = await ground.serve(databaseUrl);
  const [teacher] = (await enrol(db, secret, 1, 'teacher')) as [Person];
  const known = await addCollections(db, teacher.id, sizes.lists[1], 10);
  const coming = await addCollections(db, teacher.id, sizes.events, 50);
  const large = await addCollections(db, teacher.id, 1, sizes.cards);
  const ledger = new Ledger();
  const school = { url, secret, db, browser, known, coming, large, ledger, sizes };

  // Warm: the server's first answers are slower than all others.
  if (!isSmoke)
    await visiting(school, await pupilWith(school, sizes.lists[0]), sizes.slowdown, (visit) =>
      visit.opensList(),
    );
  for (let round = 0; round < rounds; round += 1) {
    for (const collections of turned(isSmoke ? [sizes.lists[1]] : sizes.lists, round)) {
      say(`round ${round + 1} of ${rounds}: ${collections} collections`);
      await loadAndHear(school, collections);
    }
    say(`round ${round + 1} of ${rounds}: scrolling`);
    await scroll(school);
  }
  say(`${sizes.year} events`);
  await busyYear(school);
  return {
    series: ledger.series,
    targets: isSmoke ? [] : targetsOf(ledger, sizes),
    notes: notesOf(sizes),
  };
}

async function pupilWith({ db, secret, known }: School, collections: number): Promise<Person> {
  const [pupil] = (await enrol(db, secret, 1, 'student')) as [Person];
  await follow(db, [pupil.id], known.slice(0, collections));
  return pupil;
}

async function visiting<T>(
  { browser, url, secret }: School,
  person: Person,
  slowdown: number,
  work: (visit: Visit) => Promise<T>,
): Promise<T> {
  const cookie = refreshCookie(secret, person);
  const visit = await Visit.open(browser, { url, cookie, slowdown });
  try {
    return await work(visit);
  } finally {
    await visit.close();
  }
}

/** One cold load, then collections that come one after the other, imported on another device. */
async function loadAndHear(school: School, collections: number): Promise<void> {
  const { url, coming, ledger, sizes } = school;
  const at = `${collections} collections`;
  const pupil = await pupilWith(school, collections);
  await visiting(school, pupil, sizes.slowdown, async (visit) => {
    ledger.note(WHO, USABLE, at, 'ms', await visit.opensList());
    await visit.isLive();
    const { longestTask } = await visit.findings();
    ledger.note(WHO, 'longest task until then', at, 'ms', longestTask);
    const times: number[] = [];
    for (const { id, code } of coming) {
      const path = `/share-codes/${code}/import`;
      await does({ url, token: pupil.token, method: 'POST', path });
      times.push(await visit.shows(id));
      await wait(sizes.pauseMs);
    }
    ledger.note(WHO, `${PAINT}, p50`, at, 'ms', median(times));
    ledger.note(WHO, `${PAINT}, p99`, at, 'ms', quantile(times, 0.99));
  });
}

async function scroll(school: School): Promise<void> {
  const { db, large, ledger, sizes } = school;
  const at = `${sizes.cards} cards`;
  const pupil = await pupilWith(school, 1);
  await follow(db, [pupil.id], large);
  await visiting(school, pupil, sizes.slowdown, async ({ page }) => {
    await page.goto(`/collections/${large[0]?.id}`);
    await page.locator('app-flip-card').first().waitFor();
    const { frames, lastScreen } = await scrollThrough(page);
    if (lastScreen === 0) throw new Error('there are no cards at the end');
    const long = frames.filter((ms) => ms > LONG_FRAME_MS);
    ledger.note(WHO, LONGEST, at, 'ms', Math.max(...frames));
    ledger.note(
      WHO,
      `frames over ${LONG_FRAME_MS} ms while scrolling`,
      at,
      '%',
      (100 * long.length) / frames.length,
    );
  });
}

/** What stays in memory of events that are over. On a device of full speed: only the bytes count. */
async function busyYear(school: School): Promise<void> {
  const { url, db, known, coming, ledger, sizes } = school;
  const at = `${sizes.lists[0]} collections`;
  const pupil = await pupilWith(school, sizes.lists[0]);
  await visiting(school, pupil, 1, async (visit) => {
    await visit.opensList();
    await visit.isLive();
    ledger.note(WHO, 'heap before', at, 'MB', (await visit.heap()) / MB);
    const followed = known.slice(0, sizes.lists[0]);
    const last = await appendBusyYear(db, pupil.id, followed, sizes.year);
    // Wakes the stream: what was written past the server would be found some seconds later.
    const path = `/share-codes/${coming[0]?.code}/import`;
    await does({ url, token: pupil.token, method: 'POST', path });
    await visit.hears(last + 1);
    ledger.note(WHO, `heap after ${sizes.year} events`, at, 'MB', (await visit.heap()) / MB);
  });
}

function targetsOf(ledger: Ledger, { lists, cards }: Sizes): Target[] {
  const most = (what: string, at: string, limit: number, unit = ' ms'): Target => ({
    wanted: `${what}, ${at}: ≤ ${limit}${unit}`,
    measured: spread(ledger.of(WHO, what, at), unit),
    isMet: median(ledger.of(WHO, what, at)) <= limit,
  });
  return [
    ...lists.map((count) => most(USABLE, `${count} collections`, 2_500)),
    ...lists.map((count) => most(`${PAINT}, p99`, `${count} collections`, 100)),
    most(LONGEST, `${cards} cards`, LONG_FRAME_MS),
  ];
}

const notesOf = ({ slowdown, events, pauseMs, year }: Sizes): string[] => [
  `A real Chromium, its processor ${slowdown} times slower (Emulation.setCPUThrottlingRate), but the heap; the network is this machine’s own. Browser, server and Postgres share the machine.`,
  `Cold load: nothing cached, signed in by the cookie of an earlier visit; from the navigation’s start until the second animation frame after tiles and search stand in the DOM. One load before the rounds warms the server.`,
  `Event to paint: from the websocket frame in the page’s thread until the second animation frame after the tile stands in the DOM; ${events} collections of 50 cards, each ${pauseMs} ms after the one before is painted, with its toast, while the tiles before it still glow. p99 is by nearest rank: of so few, the slowest.`,
  `Scrolling: from top to end at 10,000 px a second, frame times by requestAnimationFrame.`,
  `Heap: after garbage collection, once a run; of ${year} events eight of ten are edits, one a collection that comes, one its going.`,
];
