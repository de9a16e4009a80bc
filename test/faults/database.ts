import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import {
  EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../backend/src/platform/embedded-postgres/embedded-postgres';
import { makeDataDir } from '../support/data-dir';

/** A real Postgres that can be stopped at once and started again. */
export class Database {
  private static readonly running = new Set<Database>();
  private running: EmbeddedPostgres;

  private constructor(
    private readonly folder: string,
    running: EmbeddedPostgres,
  ) {
    this.running = running;
  }

  static async start(): Promise<Database> {
    const folder = await makeDataDir();
    const database = new Database(folder, await begin(folder));
    Database.running.add(database);
    return database;
  }

  /** Of this process: they would outlive it. */
  static async stopAll(): Promise<void> {
    await Promise.all([...Database.running].map((database) => database.stop()));
  }

  /** Its own address: the harness goes there, past the bad network. */
  get url(): string {
    return this.running.url;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** The same through a proxy. */
  through(port: number): string {
    const url = new URL(this.url);
    url.port = String(port);
    return url.href;
  }

  /** What `pg_ctl stop -m immediate` does: no farewell, recovery at the next start. */
  async crash(): Promise<void> {
    const [pid] = (
      await readFile(path.join(this.folder, 'postgres', 'postmaster.pid'), 'utf8')
    ).split('\n');
    process.kill(Number(pid), 'SIGQUIT');
  }

  async startAgain(): Promise<void> {
    for (;;) {
      try {
        this.running = await begin(this.folder);
        await this.query('SELECT 1');
        return;
      } catch {
        await wait(200);
      }
    }
  }

  /** Asks again as long as Postgres is away: one fault may look while another has stopped it. */
  async query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    for (;;) {
      try {
        return await this.transaction(
          (client) => client.query(sql, values).then(({ rows }) => rows as T[]),
          false,
        );
      } catch (error) {
        if (!isAway(error)) throw error;
        await wait(100);
      }
    }
  }

  async transaction<T>(work: (client: Client) => Promise<T>, inOne = true): Promise<T> {
    const client = new Client({ connectionString: this.url, application_name: 'harness' });
    client.on('error', () => undefined);
    await client.connect();
    try {
      if (inOne) await client.query('BEGIN');
      const result = await work(client);
      if (inOne) await client.query('COMMIT');
      return result;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async stop(): Promise<void> {
    Database.running.delete(this);
    await this.running.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** No connection, or one that broke (its error has no SQLSTATE), or Postgres stopping or starting (class 57). */
const isAway = (error: unknown) =>
  !(error instanceof DatabaseError) || error.code?.startsWith('57') === true;

const begin = (folder: string) =>
  startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres'), log: () => undefined });
