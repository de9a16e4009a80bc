import { createHash } from 'node:crypto';
import { access, chown, constants, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import * as path from 'node:path';
import { keptSecret } from '../../config/kept-secret';
import { Binaries } from './binaries';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { canEnter, ServerUser, serverUser } from './server-user';

/** Where the server lives, and as whom it runs. */
export interface Quarters {
  binaries: Binaries;
  dataDir: string;
  user: ServerUser | undefined;
}

const ELSEWHERE = '/var/lib/cartable';

/**
 * Finds quarters that the server's user can enter. Started by root below a folder that is closed to others (`/root`, say),
 * they are under `/var/lib/cartable`, at a place whose name is kept in the wanted folder: without that folder, one begins anew.
 */
export async function findQuarters(
  wanted: string,
  installed: Binaries,
  log: (line: string) => void,
): Promise<Quarters> {
  const parent = path.dirname(wanted);
  await makeWritable(parent);
  const user = serverUser();
  if (!user) return { binaries: installed, dataDir: wanted, user };
  const near = canEnter(user, parent);
  const binaries = canEnter(user, installed.root) ? installed : await copied(installed);
  const dataDir = near
    ? wanted
    : path.join(ELSEWHERE, keptSecret(parent, 'postgres-elsewhere', 12), 'postgres');
  if (!near) {
    log(
      `Postgres, which does not run as root, can't enter ${parent}: its data is kept in ${dataDir}`,
    );
    await mkdir(path.dirname(dataDir), { recursive: true, mode: 0o711 });
  }
  return { binaries, dataDir, user };
}

async function makeWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o711 });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new EmbeddedPostgresError(
      `Cartable can't write in its data folder ${folder} (${code}). Let this user write there, ` +
        'or choose another: DATA_DIR=/path/to/folder npm start',
    );
  }
}

/** The programs at a place that everybody can enter, copied once. */
async function copied(installed: Binaries): Promise<Binaries> {
  const { mtimeMs } = await stat(installed.program('postgres'));
  const root = path.join(ELSEWHERE, `programs-${digest(`${installed.root} ${mtimeMs}`)}`);
  const standing = await stat(root).catch(() => null);
  if (!standing) {
    const fresh = `${root}.${process.pid}`;
    await mkdir(ELSEWHERE, { recursive: true, mode: 0o755 });
    await cp(installed.root, fresh, { recursive: true, verbatimSymlinks: true });
    await rename(fresh, root).catch(() => rm(fresh, { recursive: true }));
  }
  return new Binaries(root);
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Hands a file or folder to the server's user. */
export async function handOver(target: string, user: ServerUser | undefined): Promise<void> {
  if (user) await chown(target, user.uid, user.gid);
}
