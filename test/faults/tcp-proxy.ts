import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';

/** What the network does to the bytes that pass: `hold` keeps them back until it ends, as a black hole does to TCP. */
export type Weather = 'fine' | 'hold' | 'half-open' | 'slow' | 'trickle' | 'refuse';

const SLOW_MS = 300;
const TRICKLE_BYTES = 512;

export type Verdict = 'pass' | 'swallow' | 'twice' | 'cut';

/** Hears what is said on a connection, and decides what becomes of it. */
export type Ear = (bytes: Buffer, speaker: 'client' | 'server', connection: object) => Verdict;

interface Pair {
  client: Socket;
  server: Socket;
  target: number;
}

/** A network between two parties that can be made as bad as networks are. New connections go round the targets in turn. */
export class TcpProxy {
  weather: Weather = 'fine';
  ear: Ear | null = null;
  private readonly server: Server;
  private readonly pairs = new Set<Pair>();
  private turn = 0;

  private constructor(private readonly targets: () => readonly number[]) {
    this.server = createServer((client) => this.accept(client));
  }

  static async open(targets: () => readonly number[]): Promise<TcpProxy> {
    const proxy = new TcpProxy(targets);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends connections, all or those to one target. */
  cut(target?: number): void {
    for (const pair of this.pairs) {
      if (target !== undefined && pair.target !== target) continue;
      pair.client.destroy();
      pair.server.destroy();
    }
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.cut();
    await closed;
  }

  private accept(client: Socket): void {
    client.on('error', () => client.destroy());
    const targets = this.targets();
    const target = targets[this.turn++ % targets.length];
    if (target === undefined || this.weather === 'refuse') return void client.destroy();
    const server = connect(target, '127.0.0.1');
    const pair = { client, server, target };
    this.pairs.add(pair);
    // Else the system gathers what was written byte by byte.
    for (const socket of [client, server]) socket.setNoDelay(true);
    const end = () => {
      this.pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) socket.on('error', end).on('close', end);
    const hear = (bytes: Buffer, speaker: 'client' | 'server') => {
      const verdict = this.ear?.(bytes, speaker, pair) ?? 'pass';
      if (verdict === 'cut') end();
      if (verdict === 'twice') return [bytes, bytes];
      return verdict === 'pass' ? [bytes] : [];
    };
    this.carry(client, server, (bytes) => hear(bytes, 'client'));
    this.carry(server, client, (bytes) => hear(bytes, 'server'), true);
  }

  private carry(from: Socket, to: Socket, heard: (bytes: Buffer) => Buffer[], isAnswer = false) {
    let order: Promise<void> = Promise.resolve();
    from.on('data', (bytes) => {
      for (const part of heard(bytes)) {
        from.pause();
        order = order.then(() => this.pass(part, to, isAnswer)).finally(() => from.resume());
      }
    });
  }

  private async pass(bytes: Buffer, to: Socket, isAnswer: boolean): Promise<void> {
    if (this.weather === 'slow') await wait(SLOW_MS);
    while (this.weather === 'hold' || (this.weather === 'half-open' && isAnswer)) await wait(20);
    if (to.destroyed) return;
    if (this.weather === 'trickle') {
      for (const byte of bytes.subarray(0, TRICKLE_BYTES)) {
        to.write(Uint8Array.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
      to.write(bytes.subarray(TRICKLE_BYTES));
    } else if (!to.write(bytes)) {
      await Promise.race([once(to, 'drain'), once(to, 'close')]).catch(() => undefined);
    }
  }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
