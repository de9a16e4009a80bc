import { connect } from './connect';
import { patientDataSource } from './data-source';

/** Any number that no other program takes an advisory lock on; all instances of Cartable take the same. */
export const MIGRATION_LOCK = 7_264_901;

/** Brings the schema up to date. Instances that start together take turns; the later ones find nothing to do. Returns the names run. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const turn = await connect(databaseUrl, 'cartable migrations');
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
