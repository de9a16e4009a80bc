import type { Socket } from 'socket.io-client';

/** Resolves when the server has let the socket in; rejects when it did not. */
export const connected = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('connect', resolve).once('connect_error', reject);
  });
