import { SignedIn } from '../validate/signed-in.mjs';
import { connected, openSocket } from '../validate/socket.mjs';

/** A pupil with one screen open, who imports and leaves again. */
export class Pupil {
  #person;
  #socket;

  /**
   * @param {SignedIn} person
   * @param {import('socket.io-client').Socket} socket
   */
  constructor(person, socket) {
    this.#person = person;
    this.#socket = socket;
    socket.onAny((_name, _message, acknowledge) => acknowledge?.());
  }

  /**
   * @param {import('../validate/api.mjs').Api} api
   * @param {{ email: string, password: string }} credentials
   */
  static async arrive(api, credentials) {
    const person = await SignedIn.with(api, credentials);
    const { body } = await person.call([200], 'GET', '/collections?limit=1');
    const { epoch, seq } = body.stream;
    const socket = openSocket(api.url, { auth: { token: person.token, epoch, last: seq } });
    const pupil = new Pupil(person, socket);
    await connected(socket, 'a pupil connects');
    return pupil;
  }

  /**
   * Milliseconds from the request until its answer, and until its event.
   * @param {string} code
   */
  async import(code) {
    const event = new Promise((resolve) => {
      this.#socket.once('newCollection', (message) => resolve({ message, at: performance.now() }));
    });
    const began = performance.now();
    await this.#person.call([201], 'POST', `/share-codes/${code}/import`);
    const answered = performance.now();
    const { message, at } = await event;
    return { toAnswer: answered - began, toEvent: at - began, message };
  }

  /** Leaves every collection, and waits until the screen has heard of it. */
  async leaveAll() {
    const { body } = await this.#person.call([200], 'GET', '/collections');
    for (const { id } of body.items) await this.#person.call([204], 'DELETE', `/collections/${id}`);
    await this.#socket.emitWithAck('ping', {});
  }

  go() {
    this.#socket.disconnect();
  }
}
