import type { Bye } from '@cartable/contract';
import type { SignedInSocket } from './socket-session';

/**
 * Says why, then closes. With `retryMs` only the transport is closed, which makes the client come back by itself; with null
 * the socket is disconnected for good.
 */
export function sayBye(socket: SignedInSocket, bye: Bye): void {
  socket.emit('bye', bye);
  if (bye.retryMs === null) socket.disconnect(true);
  else socket.conn.close();
}
