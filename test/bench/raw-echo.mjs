import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { connected, openSocket } from '../validate/socket.mjs';

const SERVER = fileURLToPath(new URL('echo-server.mjs', import.meta.url));

/** The reference for telling: a payload to a bare Socket.IO server in another process, and back. */
export class RawEcho {
  #server;
  #socket;

  /**
   * @param {import('node:child_process').ChildProcess} server
   * @param {import('socket.io-client').Socket} socket
   */
  constructor(server, socket) {
    this.#server = server;
    this.#socket = socket;
  }

  static async open() {
    const server = fork(SERVER);
    const [{ port }] = await once(server, 'message');
    const socket = openSocket(new URL(`http://127.0.0.1:${port}`), {});
    await connected(socket, 'the echo connects');
    return new RawEcho(server, socket);
  }

  /**
   * Milliseconds there and back.
   * @param {unknown} payload
   */
  async once(payload) {
    const back = new Promise((resolve) => this.#socket.once('echo', () => resolve(undefined)));
    const began = performance.now();
    this.#socket.emit('echo', payload);
    await back;
    return performance.now() - began;
  }

  close() {
    this.#socket.disconnect();
    this.#server.disconnect();
  }
}
