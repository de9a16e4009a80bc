import type { Pool } from 'pg';
import { fillSchool } from '../../../backend/src/demo/large-school';
import { questions } from '../../support/questions';
import type { Figure, Measured, Options } from '../figure';
import { ask } from '../ground/call';
import { Ground } from '../ground/ground';
import { Ledger } from '../ground/ledger';
import { enrol, Person } from '../people';
import { median, quantile, spread } from '../stats';

const WHO = 'Cartable';
const WHAT = 'answer, p95';
const ALLOWED_MS = 150;

const FULL = { people: 50_000, collections: 5_000, imports: 100_000, samples: 40 };
const SMOKE = { people: 200, collections: 20, imports: 100, samples: 1 };

/** What administrators wait for in a large school, whatever they open, filter or look for. */
export const rooms: Figure = {
  name: 'rooms',
  title: 'The administrators’ rooms in a large school',
  measure: (options) => Ground.during((ground) => measure(ground, options)),
};

async function measure(ground: Ground, { rounds, isSmoke, say }: Options): Promise<Measured> {
  const { samples, ...size } = isSmoke ? SMOKE : FULL;
  const { url, db } = await ground.database();
  const [admin] = (await enrol(db, ground.secret, 1, 'admin')) as [Person];
  await fillSchool(db, size, 'none');
  const calls = questions({ ...(await aCodeAndAClass(db)), personId: admin.id });
  const server = await ground.serve(url);
  const ledger = new Ledger();
  // The first round is for warming up.
  for (let round = isSmoke ? 0 : -1; round < rounds; round += 1) {
    if (round >= 0) say(`round ${round + 1} of ${rounds}`);
    const taken = new Map<string, number[]>(calls.map((call) => [call, []]));
    for (let n = 0; n < samples; n += 1)
      for (const call of calls) {
        const begun = performance.now();
        const { status } = await ask({ url: server.url, token: admin.token, path: call });
        if (status !== 200) throw new Error(`${call} answered ${status}`);
        taken.get(call)?.push(performance.now() - begun);
      }
    if (round < 0) continue;
    for (const [call, values] of taken)
      ledger.note(WHO, WHAT, nameOf(call), 'ms', quantile(values, 0.95));
  }
  const slowest = ledger.series.toSorted((a, b) => median(b.rounds) - median(a.rounds))[0];
  return {
    series: ledger.series,
    targets:
      isSmoke || !slowest
        ? []
        : [
            {
              wanted: `p95 of every answer at most ${ALLOWED_MS} ms`,
              measured: `slowest: ${spread(slowest.rounds, ' ms')}, ${slowest.at}`,
              isMet: median(slowest.rounds) <= ALLOWED_MS,
            },
          ],
    notes: [
      `${size.people} people, ${size.collections} collections with a code each, ${size.imports} imports, as \`npm run cli -- seed\` makes them. One request at a time, ${samples} for each value.`,
    ],
  };
}

/** Ids mean nothing to who reads, and every page is of 50. */
const nameOf = (call: string) =>
  call
    .replace('/admin/', '')
    .replace('limit=50&', '')
    .replace(/[0-9a-f-]{36}/, '…')
    .replace(/codes\/[A-Z]{8}/, 'codes/…');

async function aCodeAndAClass(db: Pool): Promise<{ code: string; classId: string }> {
  const { rows } = await db.query<{ code: string; classId: string }>(
    `SELECT (SELECT min(code) FROM share_code) AS code, (SELECT min(id::text) FROM class) AS "classId"`,
  );
  const [row] = rows;
  if (!row) throw new Error('the school is empty');
  return row;
}
