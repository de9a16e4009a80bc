import { Figure, Series } from '../figure';
import { cartable, Publisher, replaced } from '../publishing/candidates';
import { Stage } from '../stage';
import { median, spread } from '../stats';

const LAST_SCREEN = 'time to the last screen';
const MOST_MS = 1_000;

/** One edit: until the last screen has heard of it, and what it wrote. */
async function publishTo(followers: number, { pool, tables, screens, edit }: Publisher) {
  const before = await pool.query<{ xid: string; lsn: string }>(
    'SELECT pg_current_xact_id()::text AS xid, pg_current_wal_insert_lsn()::text AS lsn',
  );
  const { xid, lsn } = before.rows[0] ?? { xid: '0', lsn: '0/0' };
  const heard = screens.slice(0, followers).map((screen) => screen.next());
  const began = performance.now();
  await edit(followers);
  const last = Math.max(...(await Promise.all(heard))) - began;
  const wal = await pool.query<{ bytes: string }>(
    'SELECT pg_current_wal_insert_lsn() - $1::pg_lsn AS bytes',
    [lsn],
  );
  let rows = 0;
  for (const table of tables) {
    const written = await pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table} WHERE xmin::text::bigint > $1::bigint`,
      [xid],
    );
    rows += written.rows[0]?.count ?? 0;
  }
  return [
    { what: LAST_SCREEN, unit: 'ms', value: last },
    { what: 'rows written', unit: 'rows', value: rows },
    { what: 'write-ahead log', unit: 'kB', value: Number(wal.rows[0]?.bytes) / 1_000 },
  ];
}

export const publish: Figure = {
  name: 'publish',
  title: 'Publish: one edit of a collection that many follow',
  measure: async ({ rounds, isSmoke, say }) => {
    const sizes = isSmoke ? [10, 50] : [10, 1_000, 10_000];
    const connected = isSmoke ? 20 : 1_000;
    const stage = await Stage.set();
    try {
      const all = [
        await cartable(stage, sizes, connected),
        await replaced(stage, sizes, connected),
      ];
      const series = new Map<string, Series>();
      for (let round = 0; round <= rounds; round += 1) {
        say(round === 0 ? 'warming up …' : `round ${round} of ${rounds} …`);
        for (const size of sizes) {
          for (let turn = 0; turn < all.length; turn += 1) {
            const publisher = all[(turn + round) % all.length] as Publisher;
            const measured = await publishTo(size, publisher);
            if (round === 0) continue;
            for (const { what, unit, value } of measured) {
              const at = `${size} followers, ${Math.min(size, connected)} connected`;
              const key = `${what} ${at} ${publisher.who}`;
              const one = series.get(key) ?? { who: publisher.who, what, at, unit, rounds: [] };
              one.rounds.push(value);
              series.set(key, one);
            }
          }
        }
      }
      const found = [...series.values()];
      const worst = found
        .filter(({ who, what }) => who === 'Cartable' && what === LAST_SCREEN)
        .at(-1);
      const times = worst?.rounds ?? [];
      return {
        series: found,
        targets: [
          {
            wanted: `${LAST_SCREEN}, ${worst?.at}: ≤ 1 s`,
            measured: `${spread(times)} ms`,
            isMet: median(times) <= MOST_MS,
          },
        ],
        notes: [
          'The front of one of 50 cards is edited; one edit a round, after a first that is not counted.',
          'Rows are the row versions that the edit wrote and that stand afterwards. The write-ahead log includes pages that Postgres writes whole after a checkpoint, so its least value says most.',
          'In the design that is replaced each follower’s copy is written; who is away is told nothing later.',
        ],
      };
    } finally {
      await stage.stop();
    }
  },
};
