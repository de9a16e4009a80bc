import { io, Socket } from 'socket.io-client';
import type { Collection, CollectionPage, StreamHead } from '@cartable/contract';
import { fullJitter } from '../../frontend/src/app/core/browser/full-jitter';
import { order as orderOfThePage } from '../../frontend/src/app/core/realtime/stream-order';
import { Account } from './account';
import { digest } from './digest';
import type { DeviceHistory } from './history';
import type { Random } from './random';

const EVENTS = ['newCollection', 'collectionUpdated', 'collectionRemoved'] as const;
const CONNECT_MS = 3_000;
const STEADY_MS = 10_000;

/** How a page decides what to do with what arrives. */
export type Order = typeof orderOfThePage;

interface Arriving extends StreamHead {
  at: string;
  collection?: { id: string; rev: number };
  collectionId?: string;
  rev?: number;
}

/**
 * A screen as the page is one: it decides with the page's own code what to apply and how long to wait, acknowledges, and reads
 * the state again after a reset.
 */
export class Device {
  readonly history: DeviceHistory;
  position: StreamHead | null = null;
  private socket: Socket | null = null;
  private attempt = 0;
  private connectedAt = 0;
  private retryMs = 0;
  private timer: NodeJS.Timeout | undefined;
  private taking: Promise<void> = Promise.resolve();
  private closed = false;
  offline = false;
  /** How often a connection of its was lost. */
  losses = 0;
  /** The history of the position that the last connection was made with. */
  private asked = '';

  constructor(
    readonly name: string,
    readonly account: Account,
    private readonly front: string,
    private readonly random: Random,
    private readonly order: Order = orderOfThePage,
  ) {
    this.history = {
      person: account.id,
      name,
      steps: [],
      list: new Map(),
      connects: 0,
      convergedMs: null,
    };
  }

  async open(): Promise<void> {
    while (!this.position && !this.closed) {
      await this.read({ kind: 'opened' }).catch(() => pause(200));
    }
    this.connect();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.socket?.close();
  }

  /** As F5 does: nothing is known any more but who one is. */
  async reload(): Promise<void> {
    this.leave();
    await this.taking;
    this.position = null;
    await this.open();
  }

  /** The train enters the tunnel, or leaves it. */
  tunnel(inside: boolean): void {
    this.offline = inside;
    if (inside) this.leave();
    else this.later(0);
  }

  /** Stops reading from the network, or reads on. */
  sleep(asleep: boolean): void {
    const { ws } = (this.socket?.io.engine?.transport ?? {}) as {
      ws?: { pause(): void; resume(): void };
    };
    if (asleep) ws?.pause();
    else ws?.resume();
  }

  get isConnected(): boolean {
    return this.socket?.connected ?? false;
  }

  stands(at: StreamHead | undefined): boolean {
    const { position } = this;
    return !!at && position?.epoch === at.epoch && position.seq === at.seq;
  }

  private connect(): void {
    if (this.closed || this.offline) return;
    this.socket?.close();
    const socket = io(this.front, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      timeout: CONNECT_MS,
      auth: (answer) => void this.introduce(answer),
    });
    this.socket = socket;
    socket.on('connect', () => {
      this.history.connects += 1;
      this.connectedAt = Date.now();
    });
    socket.on('bye', (bye: { retryMs: number | null }) => {
      this.retryMs = bye.retryMs ?? 0;
      if (bye.retryMs === null) this.account.forget();
    });
    socket.on('disconnect', () => this.lost(socket));
    socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
      if (error.data?.code === 'not-signed-in' || error.data?.code === 'session-ended') {
        this.account.forget();
      }
      this.lost(socket);
    });
    for (const name of EVENTS) {
      socket.on(name, (message: Arriving, ack?: () => void) =>
        this.inTurn(() => this.take('event', name, message, ack)),
      );
    }
    socket.on('reset', (message: Arriving) => {
      const { asked } = this;
      this.inTurn(() => this.take('reset', 'reset', message, undefined, asked));
    });
  }

  private async introduce(answer: (auth: object) => void): Promise<void> {
    const token = await this.account.token().catch(() => '');
    this.asked = this.position?.epoch ?? '';
    answer({ token, epoch: this.position?.epoch, last: this.position?.seq });
  }

  private lost(socket: Socket): void {
    if (socket !== this.socket) return;
    this.losses += 1;
    this.socket = null;
    socket.close();
    if (Date.now() - this.connectedAt > STEADY_MS) this.attempt = 0;
    this.later(this.retryMs + fullJitter(this.attempt++, () => this.random.next()));
    this.retryMs = 0;
  }

  /** Not `lost`, which comes back by itself. */
  private leave(): void {
    clearTimeout(this.timer);
    const { socket } = this;
    this.socket = null;
    socket?.close();
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.connect(), ms);
  }

  private inTurn(work: () => Promise<void>): void {
    this.taking = this.taking.then(work, work);
  }

  private async take(
    kind: 'event' | 'reset',
    name: string,
    message: Arriving,
    ack?: () => void,
    asked = '',
  ): Promise<void> {
    if (!this.position) return;
    const { epoch, seq } = message;
    const verdict = this.order(this.position, { kind, epoch, seq });
    if (verdict.act === 'reconnect') return this.reopen();
    if (verdict.act === 'reload') {
      try {
        await this.read({ kind: 'reset', asked }, verdict.position);
      } catch {
        return this.reopen();
      }
    } else if (verdict.act === 'apply') {
      this.position = verdict.position;
      this.apply(name, message);
    }
    ack?.();
  }

  private reopen(): void {
    const { socket } = this;
    if (socket) this.lost(socket);
  }

  /** Reads the list over HTTP; it stands at `head`, or where the answer says. */
  private async read(
    step: { kind: 'opened' } | { kind: 'reset'; asked: string },
    head?: StreamHead,
  ): Promise<void> {
    const all: Collection[] = [];
    let stream: StreamHead | undefined;
    let cursor = '';
    do {
      const page = await this.account.does<CollectionPage>(
        'GET',
        `/collections?limit=500${cursor}`,
      );
      stream ??= page.stream;
      all.push(...page.items);
      cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : '';
    } while (cursor);
    const at = head ?? stream;
    if (!at) return;
    this.history.list = new Map(all.map(({ id, rev }) => [id, rev]));
    this.history.steps.push({ ...step, ...at });
    this.position = at;
  }

  private apply(name: string, message: Arriving): void {
    const { list } = this.history;
    const collection = message.collection?.id ?? message.collectionId ?? '';
    const at = Date.parse(message.at);
    const rev = message.collection?.rev ?? message.rev ?? 0;
    if (name === 'collectionRemoved') list.delete(collection);
    else if (name === 'newCollection' || list.has(collection)) {
      list.set(collection, Math.max(rev, list.get(collection) ?? 0));
    }
    this.history.steps.push({
      kind: 'event',
      epoch: message.epoch,
      seq: message.seq,
      name,
      collection,
      at,
      digest: digest({ ...message }),
      delayMs: Date.now() - at,
    });
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
