import type { Figure, Measured, Options, Target } from '../figure';
import { Ground } from '../ground/ground';
import { Ledger } from '../ground/ledger';
import { median, spread, turned } from '../stats';
import { GrownSchool, MISSED } from '../growth/school';

const WHO = 'Cartable';
const PAGE = 10;
const WHOLE = 500;
const ALLOWED = 1.3;

interface Sizes {
  rows: readonly [number, number, number];
  libraries: readonly [number, number, number];
  cards: number;
  samples: number;
}

const FULL: Sizes = {
  rows: [1_000, 100_000, 10_000_000],
  libraries: [10, 100, 1_000],
  cards: 50,
  samples: 50,
};
const SMOKE: Sizes = { rows: [600, 700, 800], libraries: [2, 5, 8], cards: 5, samples: 3 };

/** A school and a library in it: what one measured pupil stands in. */
interface Setting {
  school: GrownSchool;
  library: number;
  at: string;
}

const operations = {
  'list (newest 10), p50': ({ school, library }: Setting) => school.list(library, PAGE),
  'list (whole), p50': ({ school, library }: Setting) => school.list(library, WHOLE),
  [`replay of ${MISSED} events, p50`]: ({ school, library }: Setting) => school.replay(library),
  'import, p50': ({ school, library }: Setting) => school.import(library),
};
/** Whoever has more reads more of it: only what stays the same may be asked to cost the same. */
const NOT_FLAT_IN_LIBRARY = 'list (whole), p50';

/** What journals and libraries that grow do to a pupil's requests. The largest journal takes minutes and 10 GB. */
export const growth: Figure = {
  name: 'growth',
  title: 'Growth of journal and libraries',
  measure: (options) => Ground.during((ground) => measure(ground, options)),
};

async function measure(ground: Ground, { rounds, isSmoke, say }: Options): Promise<Measured> {
  const sizes = isSmoke ? SMOKE : FULL;
  const schools: GrownSchool[] = [];
  for (const rows of isSmoke ? sizes.rows.slice(0, 1) : sizes.rows) {
    const begun = performance.now();
    schools.push(await GrownSchool.open(ground, { ...sizes, rows, imports: sizes.samples }));
    say(`${rows} journal rows stand after ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
  }
  const settings = settingsOf(schools, sizes);
  const ledger = new Ledger();
  // The first round is for warming up: caches, compiled code, bodies of events.
  for (let round = isSmoke ? 0 : -1; round < rounds; round += 1) {
    if (round >= 0) say(`round ${round + 1} of ${rounds}`);
    for (const school of schools) await school.restore();
    for (const [what, operate] of Object.entries(operations)) {
      const taken = new Map<string, number[]>(settings.map(({ at }) => [at, []]));
      for (let n = 0; n < sizes.samples; n += 1)
        for (const setting of turned(settings, n)) {
          const ms = await operate(setting);
          taken.get(setting.at)?.push(ms);
        }
      if (round < 0) continue;
      for (const [at, values] of taken) ledger.note(WHO, what, at, 'ms', median(values));
    }
  }
  return {
    series: ledger.series,
    targets: isSmoke ? [] : targetsOf(ledger, sizes),
    notes: notesOf(sizes),
  };
}

const atOf = (rows: number, library: number) => `${rows} journal rows, ${library} collections`;

/** Every library in every school: then each server has as much to do as the others. */
const settingsOf = (schools: readonly GrownSchool[], { libraries }: Sizes): Setting[] =>
  schools.flatMap((school) =>
    libraries.map((library) => ({ school, library, at: atOf(school.rows, library) })),
  );

/** Each dimension grows while the other stays in the middle. */
function targetsOf(ledger: Ledger, { rows, libraries }: Sizes): Target[] {
  const compare = (grows: string, what: string, small: string, large: string): Target => {
    const before = ledger.of(WHO, what, small);
    const ratios = ledger.of(WHO, what, large).map((ms, n) => ms / (before[n] ?? NaN));
    return {
      wanted: `${what}, ${grows}: ≤ ${ALLOWED}×`,
      measured: spread(ratios, ' ×'),
      isMet: median(ratios) <= ALLOWED,
    };
  };
  const names = Object.keys(operations);
  return [
    ...names.map((what) =>
      compare(
        `${rows[0]} to ${rows[2]} journal rows`,
        what,
        atOf(rows[0], libraries[1]),
        atOf(rows[2], libraries[1]),
      ),
    ),
    ...names
      .filter((what) => what !== NOT_FLAT_IN_LIBRARY)
      .map((what) =>
        compare(
          `${libraries[0]} to ${libraries[2]} collections`,
          what,
          atOf(rows[1], libraries[0]),
          atOf(rows[1], libraries[2]),
        ),
      ),
  ];
}

const notesOf = ({ samples, cards }: Sizes): string[] => [
  `Journals are bulk-loaded: streams of 100 events, in the order of time, seven of ten an edited card, the others a collection; a class of 30 shares each body. Each journal is a database of its own, with its own server, on one Postgres.`,
  `One request at a time, ${samples} for each value; the settings take turns request by request. A round for warming up comes first. Collections have ${cards} cards.`,
  `The pupils who are measured have 20 events each, however many rows and collections there are; their imports are taken back before each round. List (whole): up to ${WHOLE} collections, the page’s own limit.`,
  `Replay: from opening a socket until the last of ${MISSED} missed events is there; the greater part is the handshake.`,
];
