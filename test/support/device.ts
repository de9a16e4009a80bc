import { io, Socket } from 'socket.io-client';
import { EventName, Envelope, events, LiveEventName, liveEvents } from '@cartable/contract';

export type Heard = { name: string; data: Envelope & Record<string, unknown> };
type Matcher = (heard: Heard) => boolean;

const JOURNALLED: string[] = Object.keys(events);
const SIGNALS = [...JOURNALLED, ...Object.keys(liveEvents), 'reset', 'bye'];

export interface DeviceOptions {
  token?: string;
  epoch?: string;
  last?: number;
  headers?: Record<string, string>;
  acknowledges?: boolean;
}

/** A screen: one socket, and everything that it heard. */
export class Device {
  readonly heard: Heard[] = [];
  private readonly waiting = new Set<() => void>();

  private constructor(readonly socket: Socket) {}

  /** Resolves when the socket is connected, rejects with the refusal. */
  static async connect(url: string, options: DeviceOptions): Promise<Device> {
    const { headers, acknowledges = true, ...auth } = options;
    const socket = io(url, {
      auth,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: headers,
    });
    const device = new Device(socket);
    for (const name of SIGNALS) {
      socket.on(name, (data: Heard['data'], ack?: () => void) => {
        device.heard.push({ name, data });
        if (acknowledges) ack?.();
        for (const look of [...device.waiting]) look();
      });
    }
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', (error) => {
        socket.close();
        reject(error);
      });
    });
    return device;
  }

  /** The first event of that name, heard already or to come. */
  hears(
    name: EventName | LiveEventName | 'reset' | 'bye',
    matches: Matcher = () => true,
  ): Promise<Heard['data']> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.heard.find((heard) => heard.name === name && matches(heard));
        if (!found) return;
        this.waiting.delete(look);
        resolve(found.data);
      };
      this.waiting.add(look);
      look();
    });
  }

  /** Sequences of the journalled events heard, in the order heard. */
  get seqs(): number[] {
    return this.heard.filter(({ name }) => JOURNALLED.includes(name)).map(({ data }) => data.seq);
  }

  /** Resolves once the server has handled everything that was sent to it, and this device heard what that caused before. */
  async settled(): Promise<void> {
    await this.socket.timeout(5_000).emitWithAck('ping', {});
  }

  closed(): Promise<string> {
    if (this.socket.disconnected) return Promise.resolve('closed already');
    return new Promise((resolve) => this.socket.once('disconnect', resolve));
  }

  close(): void {
    this.socket.close();
  }
}
