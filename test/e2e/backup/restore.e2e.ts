import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { backup } from '../../../backend/src/platform/backup/backup';
import { rotateEpoch } from '../../../backend/src/platform/backup/new-history';
import { restore } from '../../../backend/src/platform/backup/restore';
import { passingTables, savedTables } from '../../../backend/src/platform/backup/tables';
import { createDatabase, dropDatabase } from '../../support/database';
import { cli } from '../../support/cli';
import { makeDataDir } from '../../support/data-dir';
import { Person } from '../../support/person';
import { School } from '../../support/school';
import { DEMO_PASSWORD, startServer } from '../../support/server';

interface Stream {
  epoch: string;
  seq: number;
}

const stream = async (person: Person) =>
  (await person.does<{ stream: Stream }>('GET', '/collections')).stream;

const titles = async (person: Person) =>
  (await person.does<{ items: { title: string }[] }>('GET', '/collections')).items
    .map(({ title }) => title)
    .sort();

/** All rows of a table, as text. */
const rowsOf = async (database: DataSource, table: string) =>
  (
    await database.query<{ row: string }[]>(
      `SELECT row_to_json(t)::text AS row FROM "${table}" AS t ORDER BY 1`,
    )
  ).map(({ row }) => row);

/** Everything but the epoch, which restoring changes. */
async function stateOf(database: DataSource): Promise<Record<string, string[]>> {
  const state: Record<string, string[]> = {};
  for (const table of savedTables) {
    if (table !== 'journal_meta') state[table] = await rowsOf(database, table);
  }
  return state;
}

describe('a backup', () => {
  let folder: string;
  let school: School;
  let teacher: Person;
  let student: Person;

  beforeEach(async () => {
    folder = await makeDataDir();
    school = await School.open();
    [teacher, student] = [await school.hasA('teacher'), await school.hasA('student')];
  });
  afterEach(async () => {
    await school.close();
    await rm(folder, { recursive: true });
  });

  const file = (name = 'school.backup') => path.join(folder, name);
  const imports = async (title: string) => student.imports((await teacher.shares(title)).code);

  it('restored under connected people: they begin anew, and have what the database has', async () => {
    await imports('Saved');
    const then = await stream(student);
    const saved = await stateOf(school.database);
    await backup(school.databaseUrl, file());
    await imports('Too late');
    await teacher.makes('Too late as well');
    const last = await stream(student);
    const device = await student.connects(last);
    await device.settled();
    await restore(school.databaseUrl, file(), { force: true });
    expect(await stateOf(school.database)).toEqual(saved);
    expect(await device.hears('bye')).toEqual({ reason: 'session-ended', retryMs: null });
    expect((await student.call('GET', '/me')).status).toBe(401);

    await student.signIn();
    const back = await student.connects(last);
    const reset = (await back.hears('reset')) as Stream;
    expect(reset).toEqual({
      epoch: expect.not.stringContaining(then.epoch) as string,
      seq: then.seq,
    });
    expect(await stream(student)).toEqual(reset);
    expect(await titles(student)).toEqual(['Saved']);
    await teacher.signIn();
    await imports('From now on');
    await back.hears('newCollection');
    expect(back.seqs).toEqual([then.seq + 1]);
  });

  it('tells a device at the same number in the other history that it is another', async () => {
    await imports('Saved');
    await backup(school.databaseUrl, file());
    const before = await stream(student);
    await restore(school.databaseUrl, file(), { force: true });
    await student.signIn();
    const device = await student.connects(before);
    expect(await device.hears('reset')).toMatchObject({ seq: before.seq });
  });

  it('is refused where a server uses the database, and changes nothing', async () => {
    await backup(school.databaseUrl, file());
    const [before, { epoch }] = [await stateOf(school.database), await stream(student)];
    await expect(restore(school.databaseUrl, file(), { force: false })).rejects.toThrow(
      /server uses this database.*--force/,
    );
    expect(await stateOf(school.database)).toEqual(before);
    expect((await stream(student)).epoch).toBe(epoch);
  });

  it('holds every letter, and every table that there is', async () => {
    const odd = '« Été »\t"\\n" \u2028 😀 \\u0041 {"a":[1]}';
    const { id } = await teacher.makes(odd, [{ front: `${odd}\n${odd}`, back: '' }]);
    const { code } = await teacher.does<{ code: string }>(
      'POST',
      `/collections/${id}/share-codes`,
      {
        message: odd,
        maxUses: 5,
      },
    );
    await student.imports(code);
    const tables = await school.database.query<{ tablename: string }[]>(
      `SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'migrations'`,
    );
    expect(tables.map(({ tablename }) => tablename).sort()).toEqual(
      [...savedTables, ...passingTables].sort(),
    );
    await school.database.query(
      `WITH made AS (INSERT INTO class (name) VALUES ('4e B') RETURNING id)
       INSERT INTO class_member (class_id, person_id, role) SELECT id, $1, 'student' FROM made`,
      [student.me.id],
    );
    await school.database.query(`INSERT INTO audit_entry (act) VALUES ('person.created')`);
    await school.database.query(
      `WITH made AS (INSERT INTO withdrawal (code, collection_id, reason, people) VALUES ('BCDFGHJK', $2, 'leaked', 1) RETURNING id)
       INSERT INTO withdrawn_entry (withdrawal_id, person_id, message, added_at) SELECT id, $1, '', now() FROM made`,
      [student.me.id, id],
    );
    await school.database.query(`INSERT INTO setting (key, value) VALUES ('auditDays', '90')`);
    await student.does('POST', `/collections/${id}/reports`, { reason: 'wrong', comment: odd });
    await school.database.query(
      `INSERT INTO parked_entry (person_id, collection_id, added_at) VALUES ($1, $2, now())`,
      [student.me.id, id],
    );
    await school.database.query(
      `INSERT INTO activity_hour VALUES (date_trunc('hour', now()), 1, 2, 3, 4, 5, '{6,7}') ON CONFLICT DO NOTHING`,
    );
    const before = await stateOf(school.database);
    expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
    await backup(school.databaseUrl, file());
    await restore(school.databaseUrl, file(), { force: true });
    expect(await stateOf(school.database)).toEqual(before);
  });

  it('is of one moment, whatever happens while it is made', async () => {
    const { code } = await teacher.shares('Busy');
    const pupils = await Promise.all(Array.from({ length: 6 }, () => school.hasA('student')));
    let isOver = false;
    const busy = Promise.all(
      pupils.map(async (pupil) => {
        await pupil.imports(code);
        while (!isOver) await pupil.makes('Mine');
      }),
    );
    for (let n = 0; n < 5; n += 1) await backup(school.databaseUrl, file(`${n}`));
    isOver = true;
    await busy;
    for (let n = 0; n < 5; n += 1) {
      await restore(school.databaseUrl, file(`${n}`), { force: true });
      expect(
        await school.database.query(
          `SELECT s.user_id FROM user_stream AS s LEFT JOIN user_event AS e ON e.user_id = s.user_id
           GROUP BY s.user_id HAVING count(e.seq) <> s.last_seq`,
        ),
      ).toEqual([]);
    }
  });

  it('that was restored by other means gets a new history by hand', async () => {
    await imports('Saved');
    const before = await stream(student);
    const epoch = await rotateEpoch(school.databaseUrl);
    await student.signIn();
    const device = await student.connects(before);
    expect(await device.hears('reset')).toEqual({ epoch, seq: before.seq });
  });

  it('goes to another, empty database, too, as when one moves', async () => {
    await imports('Moved');
    await backup(school.databaseUrl, file());
    const elsewhere = await createDatabase();
    await restore(elsewhere, file(), { force: false });
    await backup(elsewhere, file('again'));
    await restore(school.databaseUrl, file('again'), { force: true });
    await student.signIn();
    expect(await titles(student)).toEqual(['Moved']);
    await dropDatabase(elsewhere);
  });

  it('is never written over another file, and is its owner’s only', async () => {
    await backup(school.databaseUrl, file());
    const { mode, size } = await stat(file());
    expect(mode & 0o777).toBe(0o600);
    await expect(backup(school.databaseUrl, file())).rejects.toThrow('stands already');
    expect((await stat(file())).size).toBe(size);
  });
});

describe('backup and restore on the command line', () => {
  it('of the embedded database: back to the older state, with the server stopped', async () => {
    const dataDir = await makeDataDir();
    const settings = { DATA_DIR: dataDir };
    const file = path.join(dataDir, 'school.backup');
    const people = async (url: string) => {
      const signIn = (email: string) => new Person(url, email, DEMO_PASSWORD).signIn();
      return Promise.all([signIn('prof.martin@example.com'), signIn('etudiant.test@example.com')]);
    };
    const server = await startServer(settings);
    const [teacher, student] = await people(server.url);
    await student.imports((await teacher.shares('Saved')).code);
    const [saved, then] = [await titles(student), await stream(student)];

    const made = await cli(['backup', file], settings);
    expect(made).toMatchObject({
      code: 0,
      output: expect.stringContaining('Saved 31 people') as string,
    });
    expect(made.output).not.toMatch(/@example|Martin/);
    await student.imports((await teacher.shares('Too late')).code);
    const last = await stream(student);

    expect(await cli(['restore', file], settings)).toMatchObject({
      code: 2,
      output: expect.stringContaining('Stop it first') as string,
    });
    await server.stop();
    expect(await cli(['restore', '--check', file], settings)).toMatchObject({ code: 0 });
    expect(await cli(['restore', file], settings)).toMatchObject({ code: 0 });

    const again = await startServer(settings);
    const [, back] = await people(again.url);
    const device = await back.connects(last);
    expect(await device.hears('reset')).toMatchObject({ seq: then.seq });
    expect(await titles(back)).toEqual(saved);
    back.leaves();
    await again.stop();
    await rm(dataDir, { recursive: true });
  }, 60_000);

  it('says what it can do when asked for nothing', async () => {
    expect(await cli([], {})).toMatchObject({
      code: 2,
      output: expect.stringMatching(/user:create[^]*backup <file>[^]*restore <file>/) as string,
    });
    expect(await cli(['backup'], {})).toEqual({ code: 2, output: 'Name one file.\n' });
  });
});
