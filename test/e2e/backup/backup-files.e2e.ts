import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { DataSource } from 'typeorm';
import { backup } from '../../../backend/src/platform/backup/backup';
import { checkBackup } from '../../../backend/src/platform/backup/backup-file';
import { restore } from '../../../backend/src/platform/backup/restore';
import { dataSourceOptions } from '../../../backend/src/platform/database/data-source';
import { migrate } from '../../../backend/src/platform/database/migrate';
import { migrations } from '../../../backend/src/platform/database/migrations';
import { createDatabase, dropDatabase } from '../../support/database';
import { makeDataDir } from '../../support/data-dir';

describe('the file of a backup', () => {
  let folder: string;
  let databaseUrl: string;
  let sound: Buffer;

  const file = (name: string) => path.join(folder, name);
  const on = async <T>(url: string, act: (database: DataSource) => Promise<T>): Promise<T> => {
    const database = await new DataSource(dataSourceOptions(url)).initialize();
    try {
      return await act(database);
    } finally {
      await database.destroy();
    }
  };
  const addPerson = (database: DataSource) =>
    database.query(
      `INSERT INTO person (email, display_name, role, password_hash) VALUES ('a@b.example', 'A', 'student', '')`,
    );
  const people = (url: string) =>
    on(url, (database) => database.query<unknown[]>('SELECT email FROM person'));

  beforeAll(async () => {
    folder = await makeDataDir();
    databaseUrl = await createDatabase();
    await migrate(databaseUrl);
    await on(databaseUrl, addPerson);
    await backup(databaseUrl, file('sound'));
    sound = await readFile(file('sound'));
  });
  afterAll(async () => {
    await dropDatabase(databaseUrl);
    await rm(folder, { recursive: true });
  });

  /** The lines of the sound file, changed. */
  const changed = (change: (lines: string[]) => string[]) =>
    gzipSync(change(gunzipSync(sound).toString().split('\n')).join('\n'));
  const withHeader = (change: object) =>
    changed(([header = '', ...lines]) => [
      JSON.stringify({ ...(JSON.parse(header) as object), ...change }),
      ...lines,
    ]);

  const wrong: [string, () => Buffer, RegExp][] = [
    ['is cut off', () => sound.subarray(0, sound.length - 20), /damaged/],
    ['is something else', () => Buffer.from('-- PostgreSQL database dump'), /not a backup/],
    ['is something else, gzipped', () => gzipSync('{"hello":"world"}\n'), /not a backup/],
    ['is empty', () => gzipSync(''), /not a backup/],
    [
      'has a flipped bit',
      () => Buffer.from(sound.map((byte, n) => (n === 200 ? byte ^ 1 : byte))),
      /damaged/,
    ],
    [
      'lacks a row',
      () => changed((lines) => lines.filter((one) => !one.includes('a@b.example'))),
      /damaged/,
    ],
    ['lacks its end', () => changed((lines) => [...lines.slice(0, -2), '']), /damaged/],
    [
      'goes on after its end',
      () => changed((lines) => [...lines.slice(0, -1), '{}', '']),
      /damaged/,
    ],
    [
      'names a table of somebody else',
      () => changed((lines) => lines.map((one) => one.replace('"card"', '"pg_authid"'))),
      /damaged/,
    ],
    ['has a newer format', () => withHeader({ format: 2 }), /newer Cartable/],
    [
      'has a newer schema',
      () => withHeader({ migrations: ['Tomorrow1999999999999'] }),
      /newer Cartable.*Tomorrow1999999999999/,
    ],
  ];

  it.each(wrong)('that %s is refused, and nothing is changed', async (_, content, words) => {
    await writeFile(file('wrong'), content());
    await expect(restore(databaseUrl, file('wrong'), { force: true })).rejects.toThrow(words);
    expect(await people(databaseUrl)).toHaveLength(1);
  });

  it('that is not there is named', async () => {
    await expect(checkBackup(file('nowhere'))).rejects.toThrow(/nowhere can't be read \(ENOENT\)/);
  });

  it('that fails in the middle leaves everything as it was', async () => {
    const bad = changed((lines) =>
      lines.map((one) => one.replace('"role":"student"', '"role":"headmaster"')),
    );
    await writeFile(file('bad'), bad);
    await expect(restore(databaseUrl, file('bad'), { force: true })).rejects.toThrow(/role_known/);
    expect(await people(databaseUrl)).toHaveLength(1);
  });

  it('of an older schema is brought up to date', async () => {
    const [older, target] = [await createDatabase(), await createDatabase()];
    const options = { ...dataSourceOptions(older), migrations: migrations.slice(0, 1) };
    const then = await new DataSource(options).initialize();
    await then.runMigrations();
    await addPerson(then);
    await then.destroy();
    await backup(older, file('older'));
    expect((await checkBackup(file('older'))).header.migrations).toHaveLength(1);
    await migrate(target);
    await restore(target, file('older'), { force: false });
    expect(await people(target)).toEqual([{ email: 'a@b.example' }]);
    expect(await migrate(target)).toEqual([]);
    const index = `SELECT to_regclass('user_event_body')::text AS index`;
    expect(await on(target, (database) => database.query(index))).toEqual([
      { index: 'user_event_body' },
    ]);
    for (const url of [older, target]) await dropDatabase(url);
  });

  it('is not made of, nor restored over, a database that a newer Cartable has made', async () => {
    const newer = await createDatabase();
    await migrate(newer);
    await on(newer, (database) =>
      database.query(
        `INSERT INTO migrations (timestamp, name) VALUES (1, 'Tomorrow1999999999999')`,
      ),
    );
    await expect(backup(newer, file('newer'))).rejects.toThrow(/newer Cartable/);
    await expect(restore(newer, file('sound'), { force: true })).rejects.toThrow(/newer Cartable/);
    await dropDatabase(newer);
  });

  it('is not made of an empty database', async () => {
    const empty = await createDatabase();
    await expect(backup(empty, file('empty'))).rejects.toThrow('nothing to save');
    await dropDatabase(empty);
  });
});
