import { migrations } from '../database/migrations';
import { BackupError } from './backup-error';

/** The migrations of this code, oldest first, among which those named are; throws when one is not known here. */
export function knownMigrations(names: readonly string[], whose: string) {
  const known = migrations.map(({ name }) => name);
  const foreign = names.filter((name) => !known.includes(name));
  if (foreign.length > 0) {
    throw new BackupError(
      `${whose} is of a newer Cartable than this one (it has ${foreign.join(', ')}). Update Cartable first.`,
    );
  }
  return migrations.filter(({ name }) => names.includes(name));
}

/** The names of the migrations that have run, by a client that answers with rows; none in an empty database. */
export async function migrationsRun(
  ask: (question: string) => Promise<{ name: string | null }[]>,
): Promise<string[]> {
  const [table] = await ask(`SELECT to_regclass('migrations')::text AS name`);
  if (!table?.name) return [];
  return (await ask('SELECT name FROM migrations ORDER BY id')).flatMap(({ name }) => name ?? []);
}
