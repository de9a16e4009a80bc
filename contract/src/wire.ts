import * as z from 'zod/mini';
import { SessionEnd } from './accounts';
import { Instant } from './page';
import { StreamHead } from './collections';

/** Socket.IO `auth` of the handshake. With `last`, the server replays everything after it; the user is the token's. */
export const Handshake = z.object({
  token: z.string().check(z.minLength(1), z.maxLength(4096)),
  epoch: z.optional(z.uuid()),
  last: z.optional(z.int().check(z.minimum(0))),
  /** This screen was connected before. */
  again: z.optional(z.boolean()),
});
export type Handshake = z.infer<typeof Handshake>;

/** The journal can't bridge the gap: fetch the state over HTTP, then go on from `seq`. */
export const Reset = StreamHead;
export type Reset = z.infer<typeof Reset>;

/**
 * Said before the server closes on purpose; come back after `retryMs`, or not at all when it is null. `because` comes with
 * `session-ended`, unless the session merely ran out.
 */
export const Bye = z.object({
  reason: z.enum(['session-ended', 'token-expired', 'slow', 'shutting-down']),
  retryMs: z.nullable(z.int()),
  because: z.optional(SessionEnd),
});
export type Bye = z.infer<typeof Bye>;

export const RenewBody = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(4096)),
});
export type RenewBody = z.infer<typeof RenewBody>;
export const Renewed = z.object({ expiresAt: Instant });
export type Renewed = z.infer<typeof Renewed>;

/** Administrators only: `overview` is told from now on, at most once a second, until `watch` says otherwise or the socket closes. */
export const WatchBody = z.strictObject({ overview: z.boolean() });
export type WatchBody = z.infer<typeof WatchBody>;

/** What a screen saw: milliseconds from an event's commit until it stood there. A sample, at most one a second. */
export const DelaySeenBody = z.strictObject({
  delayMs: z.int().check(z.minimum(0), z.maximum(600_000)),
});
export type DelaySeenBody = z.infer<typeof DelaySeenBody>;

export const PingBody = z.strictObject({});
export const Pong = z.object({ at: Instant });
export type Pong = z.infer<typeof Pong>;
