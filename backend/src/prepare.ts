import * as path from 'node:path';
import type { Config } from './config/config';
import { keptSecret } from './config/kept-secret';
import { Settings } from './config/settings';
import { migrate } from './platform/database/migrate';
import { startEmbeddedPostgres } from './platform/embedded-postgres/embedded-postgres';

export interface OpenDatabase {
  url: string;
  /** Stops a Postgres that was started for it. */
  stop: () => Promise<void>;
}

export interface Prepared {
  settings: Settings;
  /** Stops what preparing started. */
  release: () => Promise<void>;
}

/** A Postgres that answers, with whatever is in it. */
export async function openDatabase({ databaseUrl, dataDir }: Config): Promise<OpenDatabase> {
  if (databaseUrl) return { url: databaseUrl, stop: () => Promise.resolve() };
  return startEmbeddedPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    log: (line) => process.stdout.write(`${line}\n`),
  });
}

/** Everything that must stand before the application can: a Postgres, its schema, the secrets. */
export async function prepare(config: Config): Promise<Prepared> {
  const database = await openDatabase(config);
  try {
    await migrate(database.url);
    const jwtSecret = config.jwtSecret ?? keptSecret(config.dataDir, 'jwt-secret', 48);
    const pageDir = path.resolve(__dirname, '../../frontend/browser');
    const settings = new Settings(
      database.url,
      jwtSecret,
      config.corsOrigins,
      config.logLevel,
      pageDir,
      config.redisUrl,
      config.journalDays,
      config.trustProxy,
      config.metricsToken,
    );
    return { settings, release: () => database.stop() };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
