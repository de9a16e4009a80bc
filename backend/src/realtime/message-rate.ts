import type { SignedInSocket } from './socket-session';

const MESSAGES_A_SECOND = 20;
const BURST = 2 * MESSAGES_A_SECOND;

/** A connection of Engine.IO, below Socket.IO. */
export type Connection = SignedInSocket['conn'];

/** Socket.IO's packet type of an acknowledgement: https://socket.io/docs/v4/socket-io-protocol/ */
const ACK = '3';

/**
 * Closes a connection that talks too much, before anything is done for it. Acknowledgements do not count: a client in
 * arrears sends one for each event.
 */
export function limitMessages(conn: Connection, onExcess: () => void): void {
  let tokens = BURST;
  let at = performance.now();
  conn.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
    const isAck = typeof data === 'string' && data.startsWith(ACK);
    if (type !== 'message' || isAck) return;
    const now = performance.now();
    tokens = Math.min(BURST, tokens + ((now - at) / 1_000) * MESSAGES_A_SECOND);
    at = now;
    tokens -= 1;
    if (tokens >= 0) return;
    onExcess();
    conn.close(true);
  });
}
