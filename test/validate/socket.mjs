import { io } from 'socket.io-client';
import { CheckFailed } from './check-failed.mjs';
import { inTime } from './patience.mjs';

/**
 * @typedef {object} Attempt
 * @property {object} [auth]
 * @property {string} [origin]
 * @property {'websocket' | 'polling'} [transport]
 */

/**
 * A socket that tries once, with nothing shared with other sockets.
 * @param {URL} url
 * @param {Attempt} attempt
 */
export function openSocket(url, { auth, origin, transport = 'websocket' }) {
  return io(url.origin, {
    path: '/socket.io',
    transports: [transport],
    auth,
    ...(origin && { extraHeaders: { origin } }),
    reconnection: false,
    forceNew: true,
    autoConnect: false,
  });
}

/**
 * Connects; rejects with Socket.IO's `connect_error`.
 * @param {import('socket.io-client').Socket} socket
 * @param {string} what
 */
export function connected(socket, what) {
  const settled = new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(undefined));
    socket.once('connect_error', reject);
  });
  socket.connect();
  return inTime(settled, what);
}

/**
 * How the server refused an attempt: the problem's code, or null when the transport itself was refused.
 * @param {URL} url
 * @param {Attempt} attempt
 * @returns {Promise<string | null>}
 */
export async function refusal(url, attempt) {
  const socket = openSocket(url, attempt);
  try {
    await connected(socket, 'a refusal');
  } catch (error) {
    if (error instanceof CheckFailed) throw error;
    return error.data?.code ?? null;
  } finally {
    socket.disconnect();
  }
  throw new CheckFailed('the server let it in');
}
