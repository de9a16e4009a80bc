import { Person } from '../../support/person';
import { formsAClass } from '../../support/classes';
import { School } from '../../support/school';

const PEOPLE = 50_000;
const COLLECTIONS = 5_000;
const IMPORTS = 100_000;

/** Tables that grow with the school. */
const LARGE = ['person', 'collection', 'library_entry', 'share_code_use', 'class_member'];

describe('the administrators’ rooms in a large school', () => {
  let school: School;
  let admin: Person;
  let code: string;
  let classId: string;

  beforeAll(async () => {
    school = await School.open();
    admin = await school.hasA('admin');
    const teacher = await school.hasA('teacher');
    const pupils = [await school.hasA('student')];
    const db = school.database;
    await db.query(
      `INSERT INTO person (email, display_name, role, password_hash)
       SELECT 'p' || n || '@big.example', 'Prénom' || n || ' Nom' || n, CASE WHEN n % 20 = 0 THEN 'teacher' ELSE 'student' END, 'none'
       FROM generate_series(1, $1::int) AS n`,
      [PEOPLE],
    );
    await db.query(
      `INSERT INTO user_stream (user_id) SELECT id FROM person ON CONFLICT DO NOTHING`,
    );
    await db.query(
      `WITH t AS (SELECT id, row_number() OVER () AS n FROM person WHERE role = 'teacher')
       INSERT INTO collection (owner_id, title)
       SELECT t.id, 'Titre' || n || ' leçon ' || g FROM t, generate_series(1, 2) AS g LIMIT $1`,
      [COLLECTIONS],
    );
    await db.query(
      `WITH c AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM collection)
       INSERT INTO share_code (code, collection_id, expires_at, revoked_at, uses, heat, hot_since, created_at)
       SELECT translate(lpad(to_hex(n::int * 9973), 8, '0'), '0123456789abcdef', 'BCDFGHJKLMNPQRST'), id,
         now() + CASE WHEN n % 3 = 0 THEN interval '-1 day' ELSE interval '9 days' END,
         CASE WHEN n % 5 = 0 THEN now() END, 20, CASE WHEN n % 500 = 0 THEN 'many' END, now(), now() - n * interval '1 minute'
       FROM c`,
    );
    await db.query(
      `WITH p AS (SELECT id, row_number() OVER () - 1 AS n FROM person WHERE role = 'student'),
            s AS (SELECT code, collection_id, row_number() OVER () - 1 AS n FROM share_code),
            counts AS (SELECT (SELECT count(*) FROM p) AS people, (SELECT count(*) FROM s) AS codes),
            made AS (SELECT p.id, s.code, s.collection_id FROM counts, generate_series(0, $1::int - 1) AS g
                     JOIN p ON p.n = g % (SELECT people FROM counts) JOIN s ON s.n = (g / 20) % (SELECT codes FROM counts)),
            used AS (INSERT INTO share_code_use SELECT code, id, now() FROM made ON CONFLICT DO NOTHING)
       INSERT INTO library_entry SELECT id, collection_id, 'follower', '', now() FROM made ON CONFLICT DO NOTHING`,
      [IMPORTS],
    );
    await db.query(
      `WITH k AS (INSERT INTO class (name) SELECT 'Classe ' || n FROM generate_series(1, 1600) AS n RETURNING id),
            o AS (SELECT id, row_number() OVER () - 1 AS n FROM k), p AS (SELECT id, role, row_number() OVER () AS n FROM person WHERE role <> 'admin')
       INSERT INTO class_member SELECT o.id, p.id, p.role FROM p JOIN o ON o.n = p.n % 1600`,
    );
    await formsAClass(school, '4e B', teacher, pupils);
    ({ code } = await teacher.shares('Une leçon'));
    [{ id: classId } = { id: '' }] = await db.query<{ id: string }[]>(
      `SELECT id FROM class WHERE name = '4e B'`,
    );
    await db.query('ANALYZE');
  }, 120_000);
  afterAll(() => school.close());

  const calls = () => [
    '/admin/codes',
    '/admin/codes?limit=50&state=active',
    '/admin/codes?limit=50&state=hot',
    '/admin/codes?limit=50&state=expired',
    '/admin/codes?limit=50&state=revoked',
    '/admin/codes?limit=50&search=titre1234',
    '/admin/codes?limit=50&search=lecon&state=revoked',
    '/admin/codes?limit=50&search=prenom2000',
    `/admin/codes?limit=50&search=${code.slice(0, 4)}`,
    '/admin/codes?limit=50&search=nothing',
    '/admin/codes/withdrawals',
    `/admin/codes/${code}/outsiders`,
    '/admin/people',
    '/admin/people?limit=50&sort=newest',
    '/admin/people?limit=50&search=prenom2000',
    '/admin/people?limit=50&search=nom1234&sort=newest',
    '/admin/people?limit=50&search=p1234@big.example',
    '/admin/people?limit=50&role=admin',
    '/admin/people?limit=50&state=disabled',
    '/admin/people?limit=50&state=unused',
    `/admin/people?limit=50&classId=${classId}`,
    `/admin/people/${admin.me.id}`,
    '/admin/classes',
    '/admin/classes?search=classe%2015',
    '/admin/classes?state=archived',
    `/admin/classes/${classId}`,
    '/admin/audit',
    '/admin/content',
    '/admin/overview',
    '/admin/overview/history',
  ];

  it('reads no large table from end to end, unless it is asked for nearly all of it', async () => {
    const guilty: string[] = [];
    const query = school.database.query.bind(school.database);
    for (const path of calls().filter((call) => !call.includes('lecon'))) {
      const asked: [sql: string, values: unknown[]][] = [];
      const spy = jest.spyOn(school.database, 'query').mockImplementation((sql, values) => {
        asked.push([sql, (values ?? []) as unknown[]]);
        return query(sql, values);
      });
      await admin.does('GET', path);
      spy.mockRestore();
      expect(asked.length).toBeGreaterThan(0);
      for (const [sql, values] of asked) {
        const lines = await query<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, values);
        const scans = lines
          .map((line) => line['QUERY PLAN'].trim())
          .filter((line) => LARGE.some((table) => line.includes(`Seq Scan on ${table} `)));
        guilty.push(...scans.map((scan) => `${path}: ${scan}`));
      }
    }
    expect(guilty).toEqual([]);
  });
});
