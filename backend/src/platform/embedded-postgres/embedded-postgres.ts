import * as path from 'node:path';
import { keptSecret } from '../../config/kept-secret';
import { installedBinaries } from './binaries';
import { Cluster } from './cluster';
import { findQuarters } from './quarters';

export interface EmbeddedPostgres {
  url: string;
  /** A server was found running on the folder, as after a crash of the application, and is used. */
  adopted: boolean;
  stop(): Promise<void>;
}

/**
 * A real Postgres from the npm registry, on `dataDir` (absolute path), reachable from this machine only. Its password is kept
 * beside that folder. Throws {@link EmbeddedPostgresError}.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log: (line: string) => void;
}): Promise<EmbeddedPostgres> {
  const quarters = await findQuarters(options.dataDir, installedBinaries(), options.log);
  const password = keptSecret(path.dirname(options.dataDir), 'postgres-password', 24);
  const cluster = new Cluster(quarters, password);
  const found = await cluster.running();
  if (!found) await cluster.create();
  const url = found ?? (await cluster.start());
  return { url, adopted: found !== null, stop: () => cluster.stop(url) };
}
