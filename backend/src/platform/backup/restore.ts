import { DataSource, MigrationExecutor, QueryRunner } from 'typeorm';
import { connect } from '../database/connect';
import { dataSourceOptions } from '../database/data-source';
import { MIGRATION_LOCK } from '../database/migrate';
import { migrations } from '../database/migrations';
import { BackupError } from './backup-error';
import { CheckedBackup, checkBackup, partsOf } from './backup-file';
import { BEGIN_NEW_HISTORY } from './new-history';
import { knownMigrations, migrationsRun } from './schema-version';
import { passingTables, savedTables } from './tables';

const NAME = 'cartable restore';
/** Servers that run hold their locks for milliseconds. */
const LOCK_MS = 20_000;

/** What Postgres says when a lock was not to be had: in time, or at all. */
const NO_LOCK = ['55P03', '40P01'];

/**
 * Puts the database into the state that the backup holds, and begins a new history: all of it or nothing, in one
 * transaction. What came after the backup is gone. Throws {@link BackupError}, and has then changed nothing.
 *
 * @param force restore even though a server uses the database; it goes on with the restored state.
 */
export async function restore(
  databaseUrl: string,
  file: string,
  { force }: { force: boolean },
): Promise<CheckedBackup> {
  const checked = await checkBackup(file);
  if (!force) await refuseIfUsed(databaseUrl);
  const then = await open(databaseUrl, knownMigrations(checked.header.migrations, file));
  const now = await open(databaseUrl, migrations);
  const db = then.createQueryRunner();
  try {
    await db.startTransaction();
    await replace(db, { then, now, file, tables: Object.keys(checked.counts) });
    await db.commitTransaction();
    return checked;
  } catch (error) {
    await db.rollbackTransaction();
    if (!NO_LOCK.includes((error as { code?: string }).code ?? '')) throw error;
    throw new BackupError(
      'The database is busy, and nothing was changed. Stop the servers, then restore again.',
    );
  } finally {
    await db.release();
    await then.destroy();
    await now.destroy();
  }
}

/** A server has a connection for listening as long as it runs, and all of them bear its name. */
async function refuseIfUsed(databaseUrl: string): Promise<void> {
  const db = await connect(databaseUrl, NAME);
  try {
    const { rows } = await db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database()
       AND application_name LIKE 'cartable%' AND application_name <> '${NAME}'`,
    );
    if (rows[0]?.n !== 0) {
      throw new BackupError(
        `A server uses this database (${rows[0]?.n} connections). Stop it first, or, to restore under it, add --force.`,
      );
    }
  } finally {
    await db.end();
  }
}

/** @param which the migrations that it may run. */
const open = (url: string, which: typeof migrations) =>
  new DataSource({
    ...dataSourceOptions(url),
    migrations: which,
    // No time limit: it takes as long as it takes.
    extra: { application_name: NAME },
  }).initialize();

/** Makes the schema of that time, fills it, and brings it up to date as a server would. */
async function replace(
  db: QueryRunner,
  {
    then,
    now,
    file,
    tables,
  }: { then: DataSource; now: DataSource; file: string; tables: string[] },
): Promise<void> {
  await db.query(`SET LOCAL lock_timeout = ${LOCK_MS}`);
  await db.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  const standing = await migrationsRun((question) => db.query(question));
  knownMigrations(standing, 'The database');
  await db.query(
    `DROP TABLE IF EXISTS ${listed([...savedTables, ...passingTables, 'migrations'])}`,
  );
  await migrate(then, db);
  // What migrations put in is in the backup, too. They put nothing into the audit, which refuses to be emptied.
  await db.query(`TRUNCATE ${listed(tables.filter((table) => table !== 'audit_entry'))} CASCADE`);
  for await (const { table, rows } of partsOf(file)) {
    await db.query(
      `INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1::json)`,
      [`[${rows.join(',')}]`],
    );
  }
  await migrate(now, db);
  await db.query(BEGIN_NEW_HISTORY);
}

const listed = (tables: readonly string[]) => tables.map((table) => `"${table}"`).join(', ');

/** In the transaction that is open. */
async function migrate(dataSource: DataSource, db: QueryRunner): Promise<void> {
  const executor = new MigrationExecutor(dataSource, db);
  executor.transaction = 'none';
  await executor.executePendingMigrations();
}
