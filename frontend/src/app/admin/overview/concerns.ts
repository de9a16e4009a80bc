import { Overview } from '@cartable/contract';

export const concerns = [
  'hotCodes',
  'reports',
  'unreadCodes',
  'unreadReports',
  'slowDelivery',
  'guessing',
  'slowDatabase',
  'queue',
  'redis',
] as const;
export type Concern = (typeof concerns)[number];

const SLOW_DELIVERY_MS = 1_000;
const GUESSES_A_MINUTE = 30;
const SLOW_DATABASE_MS = 250;
const REQUESTS_WAITING = 10;
/** Events a screen that is connected has not taken: many screens behind, not one. */
const QUEUE_A_SOCKET = 5;

/** How many need a look; null where that could not be read. */
interface Waiting {
  hotCodes: number | null;
  reports: number | null;
}

/** What an administrator should look at, gravest first; nothing when the school is well. Not to know is no good news. */
export function concernsOf(overview: Overview, { hotCodes, reports }: Waiting): Concern[] {
  const { delays, counts, database, queue, sockets, redis } = overview;
  const is: Record<Concern, boolean> = {
    hotCodes: hotCodes !== null && hotCodes > 0,
    reports: reports !== null && reports > 0,
    unreadCodes: hotCodes === null,
    unreadReports: reports === null,
    slowDelivery: (delays.p95 ?? 0) > SLOW_DELIVERY_MS,
    guessing: counts.wrongCodes > GUESSES_A_MINUTE,
    slowDatabase: database.ms > SLOW_DATABASE_MS || database.waiting > REQUESTS_WAITING,
    queue: queue > Math.max(100, QUEUE_A_SOCKET * sockets),
    redis: redis === 'away',
  };
  return concerns.filter((one) => is[one]);
}
