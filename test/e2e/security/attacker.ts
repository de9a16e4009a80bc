import { io, Socket } from 'socket.io-client';

/** The WebSocket beneath a Socket.IO client. */
interface Wire {
  readyState: number;
  send(frame: string | Uint8Array): void;
}
const OPEN = 1;
const AT_ONCE = 4;
const PATIENCE_MS = 500;

/** Somebody with a good token and bad intentions: writes frames to the wire, and keeps all that comes back. */
export class Attacker {
  readonly received: string[] = [];
  sent = 0;
  /** How often the server went on listening after a handful of frames, and said so. */
  survived = 0;
  private connections = 0;
  private socket: Socket | undefined;

  constructor(
    private readonly url: string,
    private readonly auths: readonly object[],
  ) {}

  /** Writes every frame, on as many sockets as the server makes it take; waits after each handful until all was read. */
  async sends(frames: readonly (string | Uint8Array)[]): Promise<void> {
    for (const frame of frames) {
      (await this.wire()).send(frame);
      this.sent += 1;
      if (this.sent % AT_ONCE === 0) await this.isRead();
    }
    this.leaves();
  }

  /** Whether the server still answers; a socket that it closed, or no longer listens to, is given up. */
  private async isRead(): Promise<void> {
    const { socket } = this;
    if (!socket) return;
    const answered = await new Promise<boolean>((resolve) => {
      socket.io.engine.once('close', () => resolve(false));
      socket.timeout(PATIENCE_MS).emit('ping', {}, (error: unknown) => resolve(!error));
    });
    if (answered) this.survived += 1;
    else this.leaves();
  }

  leaves(): void {
    this.socket?.close();
    this.socket = undefined;
  }

  private async wire(): Promise<Wire> {
    for (;;) {
      const { transport } = (this.socket?.io.engine ?? {}) as unknown as {
        transport?: { ws?: Wire };
      };
      if (transport?.ws?.readyState === OPEN) return transport.ws;
      await this.connects();
    }
  }

  /** Resolves once the server let it in, or turned it away. */
  private async connects(): Promise<void> {
    this.leaves();
    const auth = this.auths[this.connections++ % this.auths.length];
    const socket = io(this.url, {
      auth,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      timeout: 5_000,
    });
    this.socket = socket;
    socket.io.on('open', () => {
      socket.io.engine.on('packet', ({ data }: { data?: string | Uint8Array }) => {
        if (data !== undefined) this.received.push(data.toString());
      });
    });
    await new Promise<void>((resolve) => {
      socket.once('connect', resolve);
      socket.once('connect_error', () => resolve());
    });
  }
}
