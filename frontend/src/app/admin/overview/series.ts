import { ActivityBucket, counted } from '@cartable/contract';

export const measures = [...counted, 'p95'] as const;
/** What a chart shows: something that is counted, or the delay (p95, in milliseconds). */
export type Measure = (typeof measures)[number];

/** One bar: its beginning, and how much; null where nothing was measured. */
export interface Point {
  at: number;
  value: number | null;
}

const MINUTE_MS = 60_000;
const DAYS = 30;
const NEVER = (measure: Measure) => (measure === 'p95' ? null : 0);

/** Two values of one measure: counts add up; of delays the worst counts. */
function together(measure: Measure, one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return measure === 'p95' ? Math.max(one, other) : one + other;
}

/** The last sixty minutes up to `now`, each with a bar. */
export function byMinute(
  buckets: readonly ActivityBucket[],
  measure: Measure,
  now: number,
): Point[] {
  const values = new Map(buckets.map((bucket) => [Date.parse(bucket.at), bucket[measure]]));
  const last = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  return Array.from({ length: 60 }, (_, n) => {
    const at = last - (59 - n) * MINUTE_MS;
    return { at, value: values.get(at) ?? NEVER(measure) };
  });
}

/** The last thirty days up to `now`, by the days of this device's place. */
export function byDay(hours: readonly ActivityBucket[], measure: Measure, now: number): Point[] {
  const days = Array.from({ length: DAYS }, (_, n): Point => {
    const day = new Date(now);
    day.setHours(0, 0, 0, 0);
    day.setDate(day.getDate() - (DAYS - 1 - n));
    return { at: day.getTime(), value: NEVER(measure) };
  });
  const found = new Map(days.map((day) => [day.at, day]));
  for (const bucket of hours) {
    const day = found.get(new Date(bucket.at).setHours(0, 0, 0, 0));
    if (day) day.value = together(measure, day.value, bucket[measure]);
  }
  return days;
}

/** `[weekday][hour]`, Monday first, by the clock of this device's place. */
export type Week = (number | null)[][];

/** What the hours of the week have had in the last thirty days, together. */
export function byHourOfWeek(hours: readonly ActivityBucket[], measure: Measure): Week {
  const week: Week = Array.from({ length: 7 }, () =>
    new Array<number | null>(24).fill(NEVER(measure)),
  );
  for (const bucket of hours) {
    const at = new Date(bucket.at);
    const day = week[(at.getDay() + 6) % 7];
    const hour = at.getHours();
    if (day) day[hour] = together(measure, day[hour] ?? null, bucket[measure]);
  }
  return week;
}

/** What was known, with what came since: the newer word on a minute counts. */
export function merged(
  before: readonly ActivityBucket[],
  since: readonly ActivityBucket[],
): ActivityBucket[] {
  const all = new Map([...before, ...since].map((bucket) => [bucket.at, bucket]));
  return [...all.values()].sort((one, other) => one.at.localeCompare(other.at)).slice(-61);
}
