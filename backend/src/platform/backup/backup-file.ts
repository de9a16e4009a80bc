import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { BackupError } from './backup-error';
import { Counts, EndLine, FORMAT, Header, Table, TableLine } from './backup-format';
import { knownMigrations } from './schema-version';

const ROWS_PER_PART = 500;
const BYTES_PER_PART = 4 * 1024 * 1024;

/** Some rows of one table, each as JSON. */
export interface Part {
  table: Table;
  rows: string[];
}

/** What a backup says of itself, read to its end. */
export interface CheckedBackup {
  header: Header;
  counts: Counts;
  /** Of the file. */
  bytes: number;
}

/** Reads the whole file: it is one of ours, undamaged, whole, and not of a newer version. Throws {@link BackupError}. */
export async function checkBackup(file: string): Promise<CheckedBackup> {
  const found: Counts = {};
  let header: Header | undefined;
  let counts: Counts | undefined;
  for await (const one of linesOf(file)) {
    if (counts) throw damaged(file);
    if (!header) {
      header = headerIn(one, file);
    } else if (one.startsWith('[')) {
      const end = EndLine.safeParse(parsed(one, file));
      if (end.success) [, counts] = end.data;
      else found[tableIn(one, file)] = 0;
    } else {
      const table = Object.keys(found).at(-1) as Table | undefined;
      if (!table) throw damaged(file);
      found[table] = (found[table] ?? 0) + 1;
    }
  }
  if (!header || JSON.stringify(found) !== JSON.stringify(counts)) throw damaged(file);
  return { header, counts: found, bytes: (await stat(file)).size };
}

/** The rows of a backup that {@link checkBackup} has passed, in the order in which they can be inserted. */
export async function* partsOf(file: string): AsyncGenerator<Part> {
  let part: Part | undefined;
  let bytes = 0;
  for await (const one of linesOf(file)) {
    const isBetween = one.startsWith('[');
    if (part && part.rows.length > 0 && (isBetween || isFull(part, bytes))) {
      yield part;
      part = { table: part.table, rows: [] };
      bytes = 0;
    }
    if (isBetween) {
      const line = TableLine.safeParse(parsed(one, file));
      part = line.success ? { table: line.data[1], rows: [] } : undefined;
    } else if (part) {
      part.rows.push(one);
      bytes += one.length;
    }
  }
}

const isFull = ({ rows }: Part, bytes: number) =>
  rows.length >= ROWS_PER_PART || bytes >= BYTES_PER_PART;

function headerIn(line: string, file: string): Header {
  const header = Header.safeParse(parsed(line, file));
  if (!header.success) throw damaged(file);
  if (header.data.format > FORMAT) {
    throw new BackupError(`${file} was made by a newer Cartable. Update Cartable first.`);
  }
  knownMigrations(header.data.migrations, file);
  return header.data;
}

function tableIn(line: string, file: string): Table {
  const table = TableLine.safeParse(parsed(line, file));
  if (!table.success) throw damaged(file);
  return table.data[1];
}

function parsed(line: string, file: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged(file);
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  // With a callback, errors of the file end up in the reading below and nowhere else.
  const text = pipeline(createReadStream(file), createGunzip(), () => undefined);
  let begun: string[] = [];
  try {
    for await (const chunk of text.setEncoding('utf8') as AsyncIterable<string>) {
      const [first = '', ...others] = chunk.split('\n');
      begun.push(first);
      for (const other of others) {
        yield begun.join('');
        begun = [other];
      }
    }
  } catch (error) {
    throw unreadable(error, file);
  }
  if (begun.join('') !== '') throw damaged(file);
}

function unreadable(error: unknown, file: string): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code.startsWith('Z_')) return damaged(file);
  if (['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR'].includes(code)) {
    return new BackupError(`${file} can't be read (${code}).`);
  }
  return error;
}

const damaged = (file: string) =>
  new BackupError(`${file} is not a backup of Cartable, or it is damaged. Nothing was changed.`);
