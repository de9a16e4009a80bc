import { Figure, Series, Target } from '../figure';
import { bareEmit, Candidate, cartable, Lesson, replaced } from '../imports/candidates';
import { processorSeconds, Stage } from '../stage';
import { brief, median, quantile, ratios, spread } from '../stats';

const PUPILS = 32;

interface Setting {
  cards: number;
  inFlight: number;
  /** Imports of one candidate in one round. */
  imports: number;
}

const SETTINGS: Setting[] = [
  { cards: 50, inFlight: 1, imports: 192 },
  { cards: 50, inFlight: 8, imports: 512 },
  { cards: 50, inFlight: 32, imports: 768 },
  { cards: 2_000, inFlight: 1, imports: 32 },
  { cards: 2_000, inFlight: 8, imports: 64 },
  { cards: 2_000, inFlight: 32, imports: 64 },
];
const SMALL = SETTINGS.slice(0, 3).map((setting) => ({ ...setting, imports: 32 }));

const atOf = ({ cards, inFlight }: Setting) => `${cards} cards, ${inFlight} in flight`;

/** One candidate, once: everybody imports everything, `inFlight` at a time, a pupil never two at once. */
async function run({ gather, pid }: Candidate, { cards, inFlight, imports }: Setting) {
  const lessons = imports / PUPILS;
  const group = await gather(PUPILS, lessons, cards);
  const taken: number[] = [];
  const processorBefore = await processorSeconds(pid);
  const began = performance.now();
  const worker = async (first: number) => {
    for (let turn = 0; turn < lessons; turn += 1) {
      for (let pupil = first; pupil < PUPILS; pupil += inFlight) {
        const lesson = group.lessons[(turn + pupil) % lessons] as Lesson;
        taken.push(await group.once(pupil, lesson));
      }
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, first) => worker(first)));
  const seconds = (performance.now() - began) / 1_000;
  const processor = (await processorSeconds(pid)) - processorBefore;
  group.close();
  return [
    { what: 'request to event, p50', unit: 'ms', value: quantile(taken, 0.5) },
    { what: 'request to event, p99', unit: 'ms', value: quantile(taken, 0.99) },
    { what: 'imports a second', unit: '1/s', value: imports / seconds },
    { what: 'processor time of a thousand', unit: 's', value: (processor / imports) * 1_000 },
  ];
}

function judge(series: Series[]): Target[] {
  const of = (who: string, what: string, at: string) =>
    series.find((one) => one.who === who && one.what === what && one.at === at)?.rounds ?? [];
  const target = (what: string, inFlight: number, to: string, bound: number, isLeast: boolean) => {
    const at = `50 cards, ${inFlight} in flight`;
    const found = ratios(of('Cartable', what, at), of(to, what, at));
    return {
      wanted: `${what}, ${at}: ${isLeast ? '≥' : '≤'} ${brief(bound)} × ${to}`,
      measured: `${spread(found)} ×`,
      isMet: isLeast ? median(found) >= bound : median(found) <= bound,
    };
  };
  const old = 'the design that it replaces';
  return [
    target('imports a second', 1, old, 1, true),
    ...[8, 32].flatMap((inFlight) => [
      target('imports a second', inFlight, old, 4, true),
      target('request to event, p50', inFlight, old, 0.5, false),
      target('request to event, p99', inFlight, old, 0.6, false),
    ]),
    ...[1, 8, 32].map((n) => target('imports a second', n, 'bare transaction', 0.4, true)),
  ];
}

export const importing: Figure = {
  name: 'import',
  title: 'Import: from the request until the event is on the screen',
  measure: async ({ rounds, isSmoke, say }) => {
    const stage = await Stage.set();
    try {
      const candidates = [
        ...(await cartable(stage)),
        await replaced(stage),
        await bareEmit(stage, 'Socket.IO'),
        await bareEmit(stage, 'ws'),
      ];
      const series = new Map<string, Series>();
      for (let round = isSmoke ? 1 : 0; round <= rounds; round += 1) {
        say(round === 0 ? 'warming up …' : `round ${round} of ${rounds} …`);
        for (const setting of isSmoke ? SMALL : SETTINGS) {
          for (let turn = 0; turn < candidates.length; turn += 1) {
            const candidate = candidates[(turn + round) % candidates.length] as Candidate;
            const measured = await run(candidate, setting);
            if (round === 0) continue;
            const at = atOf(setting);
            for (const { what, unit, value } of measured) {
              if (!Number.isFinite(value)) continue;
              const key = `${what} ${at} ${candidate.who}`;
              const one = series.get(key) ?? { who: candidate.who, what, at, unit, rounds: [] };
              one.rounds.push(value);
              series.set(key, one);
            }
          }
        }
      }
      return {
        series: [...series.values()],
        targets: judge([...series.values()]),
        notes: [
          `${PUPILS} new pupils, each with one screen, and new collections in every part of every round; a first round, not counted, warms up.`,
          'Both servers answer with the collection and its cards and emit the same; the one that is replaced writes no log, counts no uses, limits no guessing and does not ask whether the session lives.',
          'The bare transaction runs in the client, on Cartable’s own tables, a statement a row, without the body that a class shares; nothing is emitted.',
          'Client, servers and Postgres share the machine.',
        ],
      };
    } finally {
      await stage.stop();
    }
  },
};
