import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Pool } from 'pg';
import { Database } from '../faults/database';
import { MAIN } from '../support/server';

const READY = /ready at (\S+)/;
/** What the kernel counts processor time in: 100 a second on every Linux that Node.js runs on. */
const TICKS = 100;

export interface Program {
  url: string;
  pid: number;
  stop: () => Promise<void>;
}

/** One Postgres, with a database and a server process for each candidate. `stop` ends all of it. */
export class Stage {
  private readonly stops: (() => Promise<unknown>)[] = [];

  private constructor(private readonly cluster: Database) {
    this.stops.push(() => cluster.stop());
  }

  static async set(): Promise<Stage> {
    return new Stage(await Database.start());
  }

  /** A new, empty database. */
  async database(): Promise<{ url: string; pool: Pool }> {
    const name = `bench_${randomBytes(6).toString('hex')}`;
    await this.cluster.query(`CREATE DATABASE ${name}`);
    const url = new URL(this.cluster.url);
    url.pathname = name;
    const pool = new Pool({ connectionString: url.href, max: 20 });
    this.stops.push(() => pool.end());
    return { url: url.href, pool };
  }

  /** The built Cartable, as `npm start` runs it. */
  cartable(databaseUrl: string, secret: string): Promise<Program> {
    const settings = { DATABASE_URL: databaseUrl, JWT_SECRET: secret, DEMO: 'false', PORT: '0' };
    return this.program([MAIN], { ...settings, HOST: '127.0.0.1' });
  }

  /** A program of `references/`. */
  reference(name: string, settings: Record<string, string> = {}): Promise<Program> {
    const file = path.join(__dirname, 'references', `${name}.ts`);
    return this.program(['--import', 'tsx', file], settings);
  }

  private async program(args: string[], settings: Record<string, string>): Promise<Program> {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_ENV: 'production', ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const stop = async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    };
    this.stops.push(stop);
    const url = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (said) => {
        const found = READY.exec(said)?.[1];
        if (found) resolve(found);
      });
      child.once('exit', (code) => reject(new Error(`${args.at(-1)} ended with ${code}`)));
    });
    return { url, pid: child.pid ?? 0, stop };
  }

  async stop(): Promise<void> {
    for (let act = this.stops.pop(); act; act = this.stops.pop()) await act();
  }
}

/** Seconds of processor time that a process has taken; NaN where there is no /proc. */
export async function processorSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? NaN) + Number(fields[12] ?? NaN)) / TICKS;
}
