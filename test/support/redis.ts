import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createClient } from 'redis';
import { freePort } from './free-port';
import { isThere } from './programs';

export const hasRedis = isThere('redis-server', '--version');

/** A real Redis that a test may kill and start again at the same address; keeps nothing. */
export class RedisServer {
  private child: ChildProcess | null = null;

  private constructor(private readonly port: number) {}

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.begin();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async begin(): Promise<void> {
    const settings = [
      ...['--port', String(this.port), '--bind', '127.0.0.1'],
      ...['--save', '', '--enable-debug-command', 'local'],
    ];
    const child = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
    this.child = child;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes('Ready to accept connections')) return;
    }
    throw new Error('redis-server did not start');
  }

  async command(words: string[]): Promise<void> {
    const client = await createClient({ url: this.url }).connect();
    await client.sendCommand(words);
    client.destroy();
  }

  async kill(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}
