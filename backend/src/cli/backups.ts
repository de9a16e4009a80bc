import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { configFromEnvironment } from '../config/config';
import { backup } from '../platform/backup/backup';
import { checkBackup } from '../platform/backup/backup-file';
import { summary } from '../platform/backup/backup-format';
import { rotateEpoch } from '../platform/backup/new-history';
import { restore } from '../platform/backup/restore';
import { openDatabase } from '../prepare';
import { UsageError } from './usage-error';

/** Saves the database to a new file. */
export async function makeBackup(args: string[]): Promise<void> {
  const file = fileIn(parseArgs({ args, allowPositionals: true }).positionals);
  const { counts, bytes, epoch } = await onDatabase((url) => backup(url, file));
  say(`Saved ${summary(counts)} to ${file} (${size(bytes)}, history ${epoch}).`);
}

/** Puts the database into the state that a backup holds; `--check` only looks whether it could. */
export async function restoreBackup(args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false }, check: { type: 'boolean' } },
  });
  const file = fileIn(positionals);
  const { force } = values;
  const { header, counts, bytes } = values.check
    ? await checkBackup(file)
    : await onDatabase((url) => restore(url, file, { force }));
  say(
    `${values.check ? 'Sound: a' : 'Restored: the'} backup of ${header.madeAt}, ${summary(counts)} ` +
      `(${size(bytes)}, history ${header.epoch}).`,
  );
  if (!values.check) say('A new history has begun: everybody signs in again.');
}

/** For a database that was restored by other means. */
export async function beginAnew(args: string[]): Promise<void> {
  parseArgs({ args });
  const epoch = await onDatabase(rotateEpoch);
  say(`A new history has begun (${epoch}): everybody signs in again.`);
}

function fileIn([file, ...more]: string[]): string {
  if (!file || more.length > 0) throw new UsageError('Name one file.');
  return path.resolve(file);
}

async function onDatabase<T>(act: (url: string) => Promise<T>): Promise<T> {
  const { url, stop } = await openDatabase(configFromEnvironment());
  try {
    return await act(url);
  } finally {
    await stop();
  }
}

const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const say = (line: string) => process.stdout.write(`${line}\n`);
