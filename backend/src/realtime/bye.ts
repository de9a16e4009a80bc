import type { Bye } from '@cartable/contract';
import type { SignedInSocket } from './socket-session';

/** A client that does not read will not read the farewell either. */
const PATIENCE_MS = 1_000;

/**
 * Says why, then closes. With `retryMs` only the transport is closed, which makes the client come back by itself; with null
 * the socket is disconnected for good.
 */
export function sayBye(socket: SignedInSocket, bye: Bye): void {
  const { conn } = socket;
  socket.emit('bye', bye);
  if (bye.retryMs === null) socket.disconnect(true);
  else conn.close();
  if (conn.readyState === 'closed') return;
  const timer = setTimeout(() => conn.close(true), PATIENCE_MS);
  conn.once('close', () => clearTimeout(timer));
}
