import { chmod, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A new data folder. Root's Postgres runs as another user, who has to get through it. */
export async function makeDataDir(): Promise<string> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'cartable-test-'));
  await chmod(dataDir, 0o711);
  return dataDir;
}
