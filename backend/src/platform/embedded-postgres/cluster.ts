import { existsSync } from 'node:fs';
import { chmod, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { handOver, Quarters } from './quarters';
import { run } from './run';

const START_TRIES = 20;
const PAUSE_MS = 500;
const LOG_LINES = 8;

/** One Postgres cluster on disk, driven by `pg_ctl`. */
export class Cluster {
  constructor(
    private readonly quarters: Quarters,
    private readonly password: string,
  ) {}

  /** The address of the server that runs on this very folder, if one does. */
  async running(): Promise<string | null> {
    const pidFile = await readFile(
      path.join(this.quarters.dataDir, 'postmaster.pid'),
      'utf8',
    ).catch(() => '');
    const [, dataDir, , port] = pidFile.split('\n');
    if (dataDir !== this.quarters.dataDir || !port) return null;
    const url = this.url(Number(port));
    const answer = await this.ask<{ data_directory: string }>(url, 'SHOW data_directory').catch(
      () => null,
    );
    return answer?.data_directory === this.quarters.dataDir ? url : null;
  }

  /** Makes the cluster unless it stands. A half-made one never gets its final name. */
  async create(): Promise<void> {
    const { dataDir, user } = this.quarters;
    if (existsSync(path.join(dataDir, 'PG_VERSION'))) return;
    const fresh = `${dataDir}.new-${process.pid}`;
    const passwordFile = `${fresh}.password`;
    try {
      await mkdir(fresh, { mode: 0o700 });
      await handOver(fresh, user);
      await writeFile(passwordFile, this.password, { mode: 0o600 });
      await handOver(passwordFile, user);
      const args = ['-D', fresh, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile];
      const made = await this.program('initdb', [...args, '-E', 'UTF8', '--locale=C']);
      if (made.status !== 0)
        throw new EmbeddedPostgresError(`Postgres can't make its data:\n${made.output}`);
      await rename(fresh, dataDir);
    } finally {
      await rm(passwordFile, { force: true });
      await rm(fresh, { recursive: true, force: true });
    }
  }

  /** Starts the server. After a kill -9 its last processes may take a moment to go, so it tries again for a while. */
  async start(): Promise<string> {
    const logFile = await this.openLog();
    for (let tries = 1; ; tries += 1) {
      const port = await freePort();
      const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=120`;
      const args = [
        '-D',
        this.quarters.dataDir,
        '-l',
        logFile,
        '-w',
        '-t',
        '60',
        '-o',
        options,
        'start',
      ];
      const { status } = await this.program('pg_ctl', args, true);
      const url = status === 0 ? this.url(port) : await this.running();
      if (url) return url;
      if (tries === START_TRIES) throw new EmbeddedPostgresError(await this.whyNot(logFile));
      await pause(PAUSE_MS);
    }
  }

  /** Stops the server, unless another Cartable still works on it: the last one stops it. */
  async stop(url: string): Promise<void> {
    const others = await this.ask<{ n: number }>(
      url,
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    ).catch(() => ({ n: 0 }));
    if (others && others.n > 0) return;
    await this.program('pg_ctl', ['-D', this.quarters.dataDir, '-m', 'fast', '-w', 'stop']);
  }

  private async openLog(): Promise<string> {
    const file = path.join(this.quarters.dataDir, 'server.log');
    await (await open(file, 'a', 0o600)).close();
    await chmod(file, 0o600);
    await handOver(file, this.quarters.user);
    return file;
  }

  private async whyNot(logFile: string): Promise<string> {
    const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-LOG_LINES);
    return `The embedded Postgres does not start. Its log, ${logFile}, ends with:\n${lines.join('\n')}`;
  }

  private program(name: 'initdb' | 'pg_ctl', args: string[], quiet = false) {
    const { binaries, user } = this.quarters;
    return run(binaries.program(name), args, user, quiet);
  }

  private async ask<T>(url: string, question: string): Promise<T | undefined> {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    // A server that is going away ends the connection: not an error of ours.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<object>(question)).rows[0] as T | undefined;
    } finally {
      await client.end();
    }
  }

  private url(port: number): string {
    return `postgres://postgres:${this.password}@127.0.0.1:${port}/postgres`;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
