import type { Delays } from '@cartable/contract';

/** Upper bounds of the buckets, in milliseconds; one more bucket holds what is above. */
export const DELAY_BOUNDS: readonly number[] = [
  10, 20, 35, 50, 75, 100, 150, 200, 250, 350, 500, 750, 1_000, 1_500, 2_500, 5_000, 10_000,
];

/** How many delays fell into each bucket. */
export type DelayBuckets = readonly number[];

export const noDelays = (): number[] => new Array<number>(DELAY_BOUNDS.length + 1).fill(0);

export function bucketOf(ms: number): number {
  const found = DELAY_BOUNDS.findIndex((bound) => ms <= bound);
  return found < 0 ? DELAY_BOUNDS.length : found;
}

export const addDelays = (one: DelayBuckets, other: DelayBuckets): number[] =>
  noDelays().map((_, n) => (one[n] ?? 0) + (other[n] ?? 0));

/** By linear interpolation within the bucket, as Prometheus' histogram_quantile does; null of none. */
export function quantile(buckets: DelayBuckets, q: number): number | null {
  const rank = q * sum(buckets);
  if (rank === 0) return null;
  let below = 0;
  for (const [n, count] of buckets.entries()) {
    if (below + count >= rank) {
      const from = DELAY_BOUNDS[n - 1] ?? 0;
      // Nobody knows how far above the last bound they were.
      const to = DELAY_BOUNDS[n] ?? from;
      return Math.round(from + ((rank - below) / count) * (to - from));
    }
    below += count;
  }
  return null;
}

export const delaysOf = (buckets: DelayBuckets): Delays => ({
  samples: sum(buckets),
  p50: quantile(buckets, 0.5),
  p95: quantile(buckets, 0.95),
  p99: quantile(buckets, 0.99),
});

const sum = (buckets: DelayBuckets): number => buckets.reduce((total, count) => total + count, 0);
