import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** Asks and reads the answer to its end, over kept connections. */
export function ask(
  method: 'POST' | 'PATCH',
  url: string,
  token: string,
  body?: object,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const content = body ? JSON.stringify(body) : '';
    const headers = {
      authorization: `Bearer ${token}`,
      'content-length': Buffer.byteLength(content),
      ...(body && { 'content-type': 'application/json' }),
    };
    request(url, { method, agent, headers }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === (method === 'POST' ? 201 : 200)) resolve();
        else reject(new Error(`${url} answered ${answer.statusCode}`));
      });
    })
      .once('error', reject)
      .end(content);
  });
}

/**
 * A screen that speaks Socket.IO on a bare `ws`: the same for all who are measured, and light, so that the processor is
 * theirs. It reads every event as JSON, and acknowledges it when asked to.
 */
export class Screen {
  private heard: ((at: number) => void) | null = null;

  private constructor(private readonly socket: WebSocket) {}

  static open(url: string, auth: object): Promise<Screen> {
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { perMessageDeflate: false });
    const screen = new Screen(socket);
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('the connection was closed')));
      socket.on('message', (data: Buffer) => {
        const frame = data.toString();
        if (frame.startsWith('0')) socket.send(`40${JSON.stringify(auth)}`);
        else if (frame === '2') socket.send('3');
        else if (frame.startsWith('40')) resolve(screen);
        else if (frame.startsWith('44')) reject(new Error(`refused: ${frame}`));
        else if (frame.startsWith('42')) screen.hear(frame);
      });
    });
  }

  /** The moment, by `performance.now()`, of the next event. */
  next(): Promise<number> {
    return new Promise((resolve) => (this.heard = resolve));
  }

  say(frame: string): void {
    this.socket.send(frame);
  }

  close(): void {
    this.socket.close();
  }

  private hear(frame: string): void {
    const from = frame.indexOf('[');
    JSON.parse(frame.slice(from));
    if (from > 2) this.socket.send(`43${frame.slice(2, from)}[]`);
    this.heard?.(performance.now());
    this.heard = null;
  }
}
