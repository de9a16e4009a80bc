import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { PasswordHasher } from '../accounts/password-hasher';
import { fillSchool } from '../demo/large-school';
import { UsageError } from './usage-error';
import { withApp } from './with-app';

const PASSWORD = 'large-school';
const MOST = 1_000_000;

/** Whoever is neither of the demo nor nobody at all. */
const REAL_PEOPLE = `SELECT FROM person WHERE email IS NULL OR email NOT LIKE '%@example.com' AND email NOT LIKE '%.invalid' LIMIT 1`;

/** Fills an empty database with a large school, to see how Cartable does in one. */
export async function seed(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string', default: '50000' },
      collections: { type: 'string', default: '5000' },
      imports: { type: 'string', default: '100000' },
    },
  });
  const size = {
    people: countIn('people', values.people),
    collections: countIn('collections', values.collections),
    imports: countIn('imports', values.imports),
  };
  await withApp(async (app) => {
    const hash = await app.get(PasswordHasher).hash(PASSWORD);
    await app.get(DataSource).transaction(async (db) => {
      const real = await db.query<unknown[]>(REAL_PEOPLE);
      if (real.length > 0) throw new UsageError('Refused: there are people in this database');
      await fillSchool(db, size, hash);
    });
  });
  process.stdout.write(
    `${size.people} people (p1@large-school.example …, password ${PASSWORD}), ${size.collections} collections, ${size.imports} imports.\n`,
  );
}

function countIn(name: string, value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 100 && count <= MOST) return count;
  throw new UsageError(`--${name} must be a number from 100 to ${MOST}`);
}
