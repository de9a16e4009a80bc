import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { connect } from '../database/connect';
import { BackupError } from './backup-error';
import { Counts, FORMAT, Header, Table } from './backup-format';
import { knownMigrations, migrationsRun } from './schema-version';
import { savedTables } from './tables';

/** A card is small, but a body may have megabytes. */
const ROWS_PER_FETCH = 32;

/** What was saved. */
export interface Saved {
  epoch: string;
  counts: Counts;
  /** Of the file. */
  bytes: number;
}

/**
 * Saves the database as it is at one moment to a new file, which only its owner may read. Servers go on meanwhile. A file that
 * is not whole never gets its name. Throws {@link BackupError}.
 */
export async function backup(databaseUrl: string, file: string): Promise<Saved> {
  if (existsSync(file)) throw new BackupError(`${file} stands already: choose another name.`);
  const db = await connect(databaseUrl, 'cartable backup');
  const part = `${file}.part`;
  try {
    await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const header = await headerOf(db);
    const counts: Counts = {};
    await pipeline(
      Readable.from(linesOf(db, header, counts)),
      createGzip(),
      createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
    );
    await rename(part, file);
    return { epoch: header.epoch, counts, bytes: (await stat(file)).size };
  } catch (error) {
    throw await couldNotWrite(error, part);
  } finally {
    await db.end();
  }
}

async function headerOf(db: Client): Promise<Header> {
  const names = await migrationsRun(
    async (question) => (await db.query<{ name: string | null }>(question)).rows,
  );
  if (names.length === 0) throw new BackupError('There is nothing to save: the database is empty.');
  knownMigrations(names, 'The database');
  const { rows } = await db.query<{ epoch: string; now: Date }>(
    'SELECT epoch, now() FROM journal_meta',
  );
  const [row] = rows;
  if (!row) throw new BackupError('The database is damaged: journal_meta is empty.');
  const madeAt = row.now.toISOString();
  return { cartable: 'backup', format: FORMAT, madeAt, epoch: row.epoch, migrations: names };
}

async function* linesOf(db: Client, header: Header, counts: Counts): AsyncGenerator<string> {
  yield line(header);
  for (const table of await standingTables(db)) {
    yield line(['table', table]);
    counts[table] = 0;
    await db.query(
      `DECLARE saved NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM "${table}" AS t`,
    );
    for (;;) {
      const { rows } = await db.query<{ row: string }>(`FETCH ${ROWS_PER_FETCH} FROM saved`);
      if (rows.length === 0) break;
      counts[table] += rows.length;
      yield rows.map(({ row }) => `${row}\n`).join('');
    }
    await db.query('CLOSE saved');
  }
  yield line(['end', counts]);
}

/** Of an older schema, which has fewer. */
async function standingTables(db: Client): Promise<Table[]> {
  const { rows } = await db.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  );
  const standing = new Set(rows.map(({ name }) => name));
  return savedTables.filter((table) => standing.has(table));
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

async function couldNotWrite(error: unknown, part: string): Promise<unknown> {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') {
    return new BackupError(`Another backup is being written to ${part}; if not, delete that file.`);
  }
  await rm(part, { force: true });
  const isOfFile = ['ENOENT', 'EACCES', 'ENOSPC', 'EROFS', 'ENOTDIR', 'EISDIR'].includes(
    code ?? '',
  );
  return isOfFile ? new BackupError(`${part} can't be written (${code}).`) : error;
}
