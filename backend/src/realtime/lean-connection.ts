import type { Connection } from './message-rate';

/**
 * Makes a connection cheaper. What is flushed at once, as in a replay, goes to the network in one write, not a write a packet. The
 * request that opened it, with all its headers, is let go, as https://socket.io/docs/v4/memory-usage/ advises. Call it once Socket.IO has
 * taken from the request what it needs.
 */
export function makeLean(conn: Connection): void {
  const { socket: network } = conn.request;
  conn.on('flush', () => network.cork());
  conn.on('drain', () => network.uncork());
  (conn as { request: unknown }).request = null;
}
