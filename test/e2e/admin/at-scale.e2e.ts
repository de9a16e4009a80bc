import { fillSchool } from '../../../backend/src/demo/large-school';
import { Person } from '../../support/person';
import { formsAClass } from '../../support/classes';
import { questions } from '../../support/questions';
import { School } from '../../support/school';

/** A page of a list is 50: what is read for it may be more, but nothing like the table. */
const READ_AT_MOST = 5_000;
/** So many that match are counted before a search is answered, and one more. */
const FOUND_AT_MOST = 20_001;

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Filter?: string;
  Plans?: Plan[];
}

/** The large tables that are read through, with how many rows of them. */
function readThrough(plan: Plan, isSearch: boolean): string[] {
  const { 'Actual Loops': loops, 'Rows Removed by Filter': removed = 0, Filter = '' } = plan;
  const table = plan['Relation Name'] ?? '';
  const kept = plan['Actual Rows'] * loops;
  // Whose id is looked up among those that were found is passed over at no cost.
  const passedOver = Filter.includes('hashed SubPlan') ? 0 : removed * loops;
  const isGuilty = isSearch
    ? passedOver > READ_AT_MOST || kept > FOUND_AT_MOST
    : passedOver + kept > READ_AT_MOST;
  return [
    ...(LARGE.includes(table) && isGuilty
      ? [`${plan['Node Type']} of ${table}: ${kept} rows and ${passedOver} in vain`]
      : []),
    ...(plan.Plans ?? []).flatMap((one) => readThrough(one, isSearch)),
  ];
}

const SIZE = { people: 50_000, collections: 5_000, imports: 100_000 };

/** Tables that grow with the school. */
const LARGE = [
  'person',
  'collection',
  'library_entry',
  'share_code_use',
  'class_member',
  'audit_entry',
];

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
    await fillSchool(db.manager, SIZE, 'none');
    await formsAClass(school, '4e B', teacher, pupils);
    ({ code } = await teacher.shares('Une leçon'));
    [{ id: classId } = { id: '' }] = await db.query<{ id: string }[]>(
      `SELECT id FROM class WHERE name = '4e B'`,
    );
    await db.query('ANALYZE');
  }, 120_000);
  afterAll(() => school.close());

  it('reads no large table through for a page, whatever it is asked', async () => {
    const guilty: string[] = [];
    const query = school.database.query.bind(school.database);
    const asked = questions({ code, classId, personId: admin.me.id });
    for (const path of asked) {
      const queries: [sql: string, values: unknown[]][] = [];
      const spy = jest.spyOn(school.database, 'query').mockImplementation((sql, values) => {
        queries.push([sql, (values ?? []) as unknown[]]);
        return query(sql, values);
      });
      await admin.does('GET', path);
      spy.mockRestore();
      expect(queries.length).toBeGreaterThan(0);
      for (const [sql, values] of queries) {
        const [answer] = await query<[{ 'QUERY PLAN': [{ Plan: Plan }] }]>(
          `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
          values,
        );
        const scans = readThrough(answer['QUERY PLAN'][0].Plan, path.includes('search='));
        guilty.push(...scans.map((scan) => `${path}: ${scan}`));
      }
    }
    expect(guilty).toEqual([]);
  });
});
