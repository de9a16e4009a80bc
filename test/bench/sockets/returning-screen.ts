import { io, Socket } from 'socket.io-client';
import { fullJitter } from '../../../frontend/src/app/core/browser/full-jitter';

/** A screen that comes back by itself as the page does: from where it stood, not before the server wants it, with full jitter. */
export class ReturningScreen {
  readonly socket: Socket;
  /** Milliseconds from commit to screen, by the clock that this machine's Postgres has, too. */
  readonly delays: number[] = [];
  last = 0;
  private attempt = 0;
  private retryMs = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(url: string, token: string) {
    this.socket = io(url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      autoConnect: false,
      auth: (answer) => answer({ token, last: this.last }),
    });
    this.socket.on('bye', ({ retryMs }: { retryMs: number }) => (this.retryMs = retryMs));
    this.socket.on('connect', () => (this.attempt = 0));
    for (const event of ['disconnect', 'connect_error']) this.socket.on(event, () => this.later());
    this.socket.onAny((_name, { seq, at }: { seq?: number; at?: string }, ack: () => void) => {
      if (seq === undefined || at === undefined) return;
      this.last = seq;
      this.delays.push(Date.now() - Date.parse(at));
      ack();
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.socket.off('disconnect').off('connect_error').disconnect();
  }

  private later(): void {
    this.timer = setTimeout(() => this.socket.connect(), this.retryMs + fullJitter(this.attempt++));
    this.retryMs = 0;
  }
}
