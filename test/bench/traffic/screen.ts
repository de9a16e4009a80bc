import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { io, Socket } from 'socket.io-client';
import type { CollectionPage } from '@cartable/contract';
import { eventually } from '../ground/eventually';
import { socketHeaders } from './browser-headers';
import { Bytes, times } from './bytes';
import { connected } from '../ground/connected';
import { Device } from './device';

const DECODERS: Record<string, (body: Buffer) => Buffer> = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
};

/** Cartable's page: reads the list once and is told the rest. */
export class Screen extends Device {
  private socket: Socket | undefined;
  /** How many events it has been told. */
  told = 0;

  /** Reads the list and connects; returns how many bytes that took. */
  async opens(): Promise<Bytes> {
    const { headers, body } = await this.list();
    const decode = DECODERS[String(headers['content-encoding'])];
    const { stream } = JSON.parse((decode ? decode(body) : body).toString()) as CollectionPage;
    const { token } = this.owner.person;
    this.socket = io(this.wire.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { token, epoch: stream.epoch, last: stream.seq },
      extraHeaders: socketHeaders(this.wire.url),
    });
    this.socket.onAny((_name: string, _data: unknown, ack: () => void) => {
      this.told += 1;
      ack();
    });
    await connected(this.socket);
    return this.wire.take();
  }

  /** What passed since, up to so many events and their acknowledgements; one ping more, which proves that these have left. */
  async hears(events: number): Promise<Bytes> {
    await eventually('the events of the day', () => this.told >= events);
    await this.pings();
    return this.wire.take();
  }

  /** A heartbeat (Engine.IO's ping and the page's own), as the mean of `count` that come one after the other. */
  async heartbeat(count: number): Promise<Bytes> {
    const beat = async () => {
      await new Promise<void>((resolve) => this.socket?.io.once('ping', resolve));
      await this.pings();
    };
    await beat();
    this.wire.take();
    for (let n = 0; n < count; n += 1) await beat();
    return times(1 / count, this.wire.take());
  }

  /** Hands the new token to its socket as well. */
  override async renews(): Promise<Bytes> {
    const asked = await super.renews();
    await this.socket?.emitWithAck('renew', { token: this.owner.person.token });
    const told = this.wire.take();
    return { up: asked.up + told.up, down: asked.down + told.down };
  }

  closes(): void {
    this.socket?.disconnect();
  }

  private async pings(): Promise<void> {
    await this.socket?.emitWithAck('ping', {});
  }
}
