import path from 'node:path';
import { Client, Pool } from 'pg';
import { migrate } from '../../../backend/src/platform/database/migrate';
import { Database } from '../../faults/database';
import { freePort } from '../../support/free-port';
import { ServerProcess } from '../../faults/server';
import { newSecret } from '../people';

export const ROOT = path.resolve(__dirname, '../../..');

/** A Cartable as it is built, in a process of its own. */
export interface RunningCartable {
  url: string;
  port: number;
  pid: number;
}

/** What the figures stand on: one Postgres with a database for each candidate, and the servers on it. */
export class Ground {
  readonly secret = newSecret();
  private readonly pools: Pool[] = [];
  private readonly servers: ServerProcess[] = [];
  private databases = 0;

  private constructor(private readonly cluster: Database) {}

  /** Runs `work` and clears everything away, whatever comes of it. */
  static async during<T>(work: (ground: Ground) => Promise<T>): Promise<T> {
    const ground = new Ground(await Database.start());
    try {
      return await work(ground);
    } finally {
      for (const server of ground.servers) await server.stop('SIGKILL');
      for (const pool of ground.pools) await pool.end();
      await ground.cluster.stop();
    }
  }

  /** A new database with Cartable's schema. */
  async database(): Promise<{ url: string; db: Pool }> {
    const name = `bench_${(this.databases += 1)}`;
    const client = new Client({ connectionString: this.cluster.url });
    await client.connect();
    await client.query(`CREATE DATABASE ${name}`);
    await client.end();
    const url = new URL(this.cluster.url);
    url.pathname = name;
    await migrate(url.href);
    const db = new Pool({ connectionString: url.href, max: 4 });
    this.pools.push(db);
    return { url: url.href, db };
  }

  /** Starts a server there. `extra` is put into its environment. */
  async serve(databaseUrl: string, extra: Record<string, string> = {}): Promise<RunningCartable> {
    const { port, pid } = await this.begin(databaseUrl, { PORT: '0', ...extra });
    return { url: `http://127.0.0.1:${port}`, port, pid };
  }

  /** One that can be stopped, and started again at the same address. */
  async restartable(databaseUrl: string) {
    const port = await freePort();
    const server = await this.begin(databaseUrl, { PORT: String(port) });
    return {
      url: `http://127.0.0.1:${port}`,
      stop: () => server.stop('SIGTERM'),
      start: () => server.startSurely(),
    };
  }

  private async begin(databaseUrl: string, extra: Record<string, string>): Promise<ServerProcess> {
    const server = new ServerProcess('server', path.join(ROOT, 'dist'), () => ({
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      JWT_SECRET: this.secret,
      DEMO: 'false',
      ...extra,
    }));
    this.servers.push(server);
    await server.start();
    if (server.port === 0) throw new Error('the server did not start: run `npm run build` first');
    return server;
  }

  /** Stops one before the others are. */
  async stop({ pid }: RunningCartable): Promise<void> {
    await this.servers.find((server) => server.pid === pid)?.stop('SIGTERM');
  }
}
