import { migrate } from '../../backend/src/platform/database/migrate';
import { migrations } from '../../backend/src/platform/database/migrations';
import { createDatabase, dropDatabase } from '../support/database';
import { School } from '../support/school';

describe('the schema', () => {
  it('that migrations make is the one that the entities describe', async () => {
    const school = await School.open();
    const drift = await school.database.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
    await school.close();
  });

  it('locks the accounts that rows name at commit, but for rows that no event is told of', async () => {
    const school = await School.open();
    const atOnce = await school.database.query<{ name: string }[]>(
      `SELECT conrelid::regclass::text AS name FROM pg_constraint
       WHERE contype = 'f' AND confrelid = 'person'::regclass AND NOT condeferred ORDER BY name`,
    );
    expect(atOnce.map(({ name }) => name)).toEqual(['class_member', 'session']);
    await school.close();
  });

  it('is made once by instances that start together', async () => {
    const url = await createDatabase();
    const runs = await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
    expect(runs.map((names) => names.length).sort()).toEqual([0, 0, 0, migrations.length]);
    await dropDatabase(url);
  });
});
