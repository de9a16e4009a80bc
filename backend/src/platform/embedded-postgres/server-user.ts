import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres-error';

/** Who Postgres runs as, when not as we ourselves. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** Postgres refuses to run as root: then it runs as `postgres`, or else as `nobody`. Undefined: as ourselves. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!found) {
    throw new EmbeddedPostgresError(
      'Postgres does not run as root, and there is no user `postgres` or `nobody`. Start Cartable as another user.',
    );
  }
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Whether that user can enter the folder: a home that is closed to others keeps it out. */
export function canEnter(user: ServerUser, folder: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0
  );
}
