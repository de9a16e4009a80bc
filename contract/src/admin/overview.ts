import * as z from 'zod/mini';
import { Id, Instant } from '../page';

/** What the school's servers count, in the order in which it is shown. */
export const counted = ['imports', 'events', 'wrongCodes', 'reconnects', 'slow'] as const;
export type Counted = (typeof counted)[number];

/**
 * `imports`: by code; `events`: handed to a screen; `wrongCodes`: typed; `reconnects`: screens that came back; `slow`: connections closed
 * because they did not keep up.
 */
export const Counts = z.object({
  imports: z.int(),
  events: z.int(),
  wrongCodes: z.int(),
  reconnects: z.int(),
  slow: z.int(),
});
export type Counts = z.infer<typeof Counts>;

/** From commit to screen, in milliseconds, as a sample of screens saw it; quantiles are null without samples. */
export const Delays = z.object({
  samples: z.int(),
  p50: z.nullable(z.number()),
  p95: z.nullable(z.number()),
  p99: z.nullable(z.number()),
});
export type Delays = z.infer<typeof Delays>;

/** One minute or one hour, by its beginning. */
export const ActivityBucket = z.extend(Counts, { at: Instant, p95: z.nullable(z.number()) });
export type ActivityBucket = z.infer<typeof ActivityBucket>;

/** A server among those that share the database. `queue`: events that screens have not yet taken. */
export const InstanceState = z.object({
  id: Id,
  version: z.string(),
  startedAt: Instant,
  seenAt: Instant,
  sockets: z.int(),
  queue: z.int(),
});
export type InstanceState = z.infer<typeof InstanceState>;

/**
 * The school as it is now, over all its servers. `people`: each counted once, however many screens they have. `counts` and
 * `delays`: of the last minute. `minutes`: the newest two, not yet complete. `database`: how long it takes to answer in milliseconds, and
 * requests that wait for a connection.
 */
export const Overview = z.object({
  at: Instant,
  people: z.object({ student: z.int(), teacher: z.int(), admin: z.int() }),
  sockets: z.int(),
  queue: z.int(),
  counts: Counts,
  delays: Delays,
  database: z.object({ ms: z.number(), waiting: z.int() }),
  redis: z.enum(['none', 'ready', 'away']),
  instances: z.array(InstanceState),
  minutes: z.array(ActivityBucket),
});
export type Overview = z.infer<typeof Overview>;

/** The last hour by minute and the last 30 days by hour, oldest first; without those in which nothing happened. */
export const ActivityHistory = z.object({
  at: Instant,
  minutes: z.array(ActivityBucket),
  hours: z.array(ActivityBucket),
});
export type ActivityHistory = z.infer<typeof ActivityHistory>;
