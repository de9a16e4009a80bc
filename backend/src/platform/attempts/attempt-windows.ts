const SECOND = 1000;

/** At most `most` wrong attempts in the last `ms`. */
const windows = [
  { ms: 60 * SECOND, most: 5 },
  { ms: 3_600 * SECOND, most: 20 },
  { ms: 86_400 * SECOND, most: 50 },
] as const;

/** Seconds until another attempt is allowed, 0 when one is allowed now. `at`: times of the wrong ones, in any order. */
export function waitAfter(at: readonly Date[], now: Date): number {
  const newestFirst = at.map((time) => time.getTime()).sort((a, b) => b - a);
  const waits = windows.map(({ ms, most }) => {
    const oldestThatCounts = newestFirst[most - 1];
    return oldestThatCounts === undefined ? 0 : oldestThatCounts + ms - now.getTime();
  });
  return Math.max(0, ...waits.map((wait) => Math.ceil(wait / SECOND)));
}
