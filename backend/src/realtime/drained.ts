import { once } from 'node:events';
import type { SignedInSocket } from './socket-session';

type Connection = SignedInSocket['conn'];

/**
 * Resolves when the network has taken over what was written to the connection; rejects after `ms`. Without it, all that a
 * client does not read would pile up here until its heartbeat fails.
 */
export async function drained(conn: Connection, ms: number): Promise<void> {
  if (conn.transport.writable) return;
  const settled = new AbortController();
  const signal = AbortSignal.any([AbortSignal.timeout(ms), settled.signal]);
  try {
    // Engine.IO's transport says `ready` when it can take more; an upgrade puts another one into its place.
    await Promise.race([
      once(conn.transport, 'ready', { signal }),
      once(conn, 'upgrade', { signal }),
    ]);
  } finally {
    settled.abort();
  }
}
