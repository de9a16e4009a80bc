import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

/**
 * The secret kept in `dataDir/name`, made on first use: `bytes` from the CSPRNG, base64url, readable by its owner only.
 * Two processes that start at once agree: the file is created exclusively, and the loser reads the winner's.
 */
export function keptSecret(dataDir: string, name: string, bytes: number): string {
  const file = path.join(dataDir, name);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const made = randomBytes(bytes).toString('base64url');
  try {
    writeFileSync(file, `${made}\n`, { flag: 'wx', mode: 0o600 });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readFileSync(file, 'utf8').trim();
  }
}
