import { Client } from 'pg';
import { ConfigError } from '../../config/config';
import { patientDataSource } from './data-source';

/** Any number that no other program takes an advisory lock on; all instances of Cartable take the same. */
export const MIGRATION_LOCK = 7_264_901;

/** Brings the schema up to date. Instances that start together take turns; the later ones find nothing to do. Returns the names run. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const turn = new Client({ connectionString: databaseUrl });
  await turn.connect().catch((error: NodeJS.ErrnoException) => {
    throw new ConfigError(
      `DATABASE_URL: no connection (${error.code ?? error.message}). Is Postgres running there, and are user and password right?`,
    );
  });
  try {
    await turn.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const dataSource = await patientDataSource(databaseUrl).initialize();
    try {
      return (await dataSource.runMigrations()).map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await turn.end();
  }
}
