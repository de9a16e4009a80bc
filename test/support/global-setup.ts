import path from 'node:path';
import {
  EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../backend/src/platform/embedded-postgres/embedded-postgres';
import { makeDataDir } from './data-dir';

declare global {
  var cartableCluster: { dataDir: string; postgres: EmbeddedPostgres } | undefined;
}

/** One real Postgres for the whole run: the one that TEST_DATABASE_URL names, or an embedded one on a folder of its own. */
export default async function globalSetup(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return;
  const dataDir = await makeDataDir();
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    log: () => undefined,
  });
  globalThis.cartableCluster = { dataDir, postgres };
  process.env.TEST_DATABASE_URL = postgres.url;
}
