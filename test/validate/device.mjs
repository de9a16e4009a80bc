import { CheckFailed, ensure } from './check-failed.mjs';
import { inTime } from './patience.mjs';
import { connected, openSocket } from './socket.mjs';

/**
 * @typedef {object} Received
 * @property {string} name
 * @property {any} message
 * @property {number} at milliseconds, by the clock of `performance`
 */

/** One device of a person: a socket that says what it has, acknowledges, and keeps everything that comes. */
export class Device {
  /** @type {Received[]} */
  received = [];
  #socket;
  /** @type {Set<() => void>} */
  #waiting = new Set();

  /**
   * @param {URL} url
   * @param {string} token
   * @param {{ epoch: string, seq: number }} head
   */
  constructor(url, token, head) {
    this.last = head.seq;
    const auth = (give) => give({ token, epoch: head.epoch, last: this.last });
    this.#socket = openSocket(url, { auth });
    this.#socket.onAny((name, message, acknowledge) => {
      this.#keep({ name, message, at: performance.now() });
      acknowledge?.();
    });
  }

  /** Returns the milliseconds that it took. */
  async connect() {
    const began = performance.now();
    await connected(this.#socket, 'connecting a socket');
    return performance.now() - began;
  }

  disconnect() {
    this.#socket.disconnect();
  }

  /** The round trip of the connection check, in milliseconds. */
  async ping() {
    const began = performance.now();
    await inTime(this.#socket.emitWithAck('ping', {}), 'the answer to a ping');
    return performance.now() - began;
  }

  /**
   * The first event of that name about that collection, past or to come.
   * @param {string} name
   * @param {string} collectionId
   * @param {(message: any) => boolean} [wanted]
   * @returns {Promise<Received>}
   */
  event(name, collectionId, wanted = () => true) {
    const matches = (event) => event.name === name && wanted(event.message);
    const arrival = new Promise((resolve, reject) => {
      const look = () => {
        const broken = this.received.find((event) => ['reset', 'bye'].includes(event.name));
        const found = this.about(collectionId).find(matches);
        if (!found && !broken) return;
        this.#waiting.delete(look);
        if (found) resolve(found);
        else reject(new CheckFailed(`the server said “${broken?.name}” instead of going on`));
      };
      this.#waiting.add(look);
      look();
    });
    return inTime(arrival, `waiting for ${name}`);
  }

  /** @param {string} collectionId */
  about(collectionId) {
    return this.received.filter(
      ({ message }) => (message?.collectionId ?? message?.collection?.id) === collectionId,
    );
  }

  /** @param {Received} event */
  #keep(event) {
    this.received.push(event);
    if (Number.isInteger(event.message?.seq)) this.last = event.message.seq;
    for (const look of this.#waiting) look();
  }
}

/**
 * Fails unless a device got each number of its stream once, in order.
 * @param {Device} device
 * @param {number} from
 */
export function ensureGapless(device, from) {
  const numbers = device.received.map(({ message }) => message.seq);
  const wrong = numbers.findIndex((seq, index) => seq !== from + 1 + index);
  ensure(wrong < 0, `expected event ${from + 1 + wrong} of the stream, got ${numbers[wrong]}`);
}
