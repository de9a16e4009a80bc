import type {
  AdminCodePage,
  AdminPerson,
  ClassProgress,
  ClassWithMembers,
  FirstCards,
  FirstPassword,
  PeoplePage,
} from '@cartable/contract';
import { formsAClass } from '../../support/classes';
import { Person } from '../../support/person';
import { School } from '../../support/school';

/** In the order in which a school lists them: display name, family name. */
const LISTED = [
  ['Anne D’Arc', null],
  ["Bob D'ARC", "D'ARC"],
  ['Paul de Gaulle', 'de Gaulle'],
  ['Zoé Éluard', null],
  ['Émile', null],
  ['Ève Esteban', null],
  ['Jean de La Tour', 'La Tour'],
  ['Inès Martin', null],
  ['Léa MARTIN', 'MARTIN'],
  ['Maîtresse', 'Martin'],
  ['Ana Martin Gil', 'Martin Gil'],
] as const;

describe('the order of people', () => {
  let school: School;
  let admin: Person;
  let teacher: Person;
  let classId: string;
  const byName = new Map<string, AdminPerson>();
  const expected = LISTED.map(([displayName]) => displayName);
  const names = (people: readonly { displayName: string }[]) =>
    people.map(({ displayName }) => displayName);
  const idOf = (displayName: string) => byName.get(displayName)?.id ?? '';

  beforeAll(async () => {
    school = await School.open();
    admin = await school.hasA('admin');
    teacher = await school.hasA('teacher');
    classId = await formsAClass(school, '4e B', teacher, []);
    for (const [displayName, familyName] of LISTED.toSorted(([one], [other]) =>
      one < other ? 1 : -1,
    )) {
      const { person } = await admin.does<FirstPassword>('POST', '/admin/people', {
        displayName,
        role: 'student',
        ...(familyName !== null && { familyName }),
      });
      expect(person.familyName).toBe(familyName);
      byName.set(displayName, person);
      await admin.does('PUT', `/admin/classes/${classId}/members/${person.id}`);
    }
  });
  afterAll(() => school.close());

  const page = (query: string) => admin.does<PeoplePage>('GET', `/admin/people?${query}`);

  it('is that of family names, or of last words, wherever people are listed by name', async () => {
    expect(names((await page('role=student')).items)).toEqual(expected);
    const { text } = await admin.file('/admin/people/export?role=student');
    const [, ...rows] = text.trim().split('\r\n');
    expect(rows.map((row) => row.split(';')[0])).toEqual(expected);

    const whole = LISTED.map(([displayName, familyName]) => ({
      id: idOf(displayName),
      displayName,
      familyName,
    }));
    for (const [person, path] of [
      [admin, `/admin/classes/${classId}`],
      [teacher, `/classes/${classId}`],
    ] as const) {
      expect((await person.does<ClassWithMembers>('GET', path)).pupils).toEqual(whole);
    }
    const { code } = await teacher.shares('Qui manque', { classId });
    const board = await teacher.does<ClassProgress>('GET', `/share-codes/${code}/class`);
    expect(names(board.missing)).toEqual(expected);

    const ids = [...byName.values()].map(({ id }) => id);
    const { cards } = await admin.does<FirstCards>('POST', '/admin/people/first-cards', { ids });
    expect(names(cards)).toEqual(expected);
  });

  it('is kept page by page, each person once, while who ended a page gets another family name', async () => {
    const seen: string[] = [];
    const renamed: AdminPerson[] = [];
    for (let next: string | null = ''; next !== null;) {
      const cursor: string = next ? `&cursor=${next}` : '';
      const { items, next: after } = await page(`role=student&limit=2${cursor}`);
      seen.push(...names(items));
      next = after;
      const [last] = items.slice(-1);
      if (!last) throw new Error('an empty page');
      renamed.push(last);
      await admin.does('PATCH', `/admin/people/${last.id}`, { familyName: 'Aa' });
    }
    expect(seen).toEqual(expected);
    expect(names((await page('role=student&limit=6')).items).sort()).toEqual(names(renamed).sort());
    for (const { id, familyName } of renamed) {
      await admin.does('PATCH', `/admin/people/${id}`, { familyName });
    }
    expect(names((await page('role=student')).items)).toEqual(expected);
  });

  it('stands in indexes that Postgres keeps up by itself', async () => {
    await school.database.query('REINDEX TABLE person');
    await school.database.query('ANALYZE person');
    expect(names((await page('role=student')).items)).toEqual(expected);
  });

  it('has those found whose display name lacks their family name, and the codes of such teachers', async () => {
    const found = async (search: string) =>
      names((await page(`search=${encodeURIComponent(search)}`)).items);
    expect(await found('martin mait')).toEqual(['Maîtresse']);
    expect(await found('MARTÍN')).toEqual([
      'Inès Martin',
      'Léa MARTIN',
      'Maîtresse',
      'Ana Martin Gil',
    ]);
    const path = `/admin/people/${teacher.me.id}`;
    await admin.does('PATCH', path, { familyName: 'Skłodowska' });
    const { code } = await teacher.shares('Le radium');
    const codes = async () =>
      (await admin.does<AdminCodePage>('GET', '/admin/codes?search=sklodow')).items.map(
        (item) => item.code,
      );
    expect(await codes()).toContain(code);
    await admin.does('PATCH', path, { familyName: null });
    expect(await codes()).toEqual([]);
  });

  it('is changed by a family name that is read as other names are', async () => {
    const path = `/admin/people/${idOf('Émile')}`;
    for (const familyName of ['', '  ', 'x'.repeat(81), 'Zo\nla', 'Zo\u0007la', 7]) {
      expect({ familyName, ...(await admin.call('PATCH', path, { familyName })) }).toMatchObject({
        status: 400,
      });
    }
    const typed = { familyName: ' Żola '.normalize('NFD') };
    expect(await admin.does('PATCH', path, typed)).toMatchObject({
      displayName: 'Émile',
      familyName: 'Żola',
    });
    expect(names((await page('role=student')).items).at(-1)).toBe('Émile');
    const [entry] = await school.database.query<{ details: unknown }[]>(
      `SELECT details FROM audit_entry WHERE act = 'person.changed' AND subject_id = $1`,
      [idOf('Émile')],
    );
    expect(entry?.details).toEqual({ familyName: 'changed' });
    expect(await admin.does('PATCH', path, { familyName: null })).toMatchObject({
      familyName: null,
    });
    expect(names((await page('role=student')).items)).toEqual(expected);
  });

  it('tells family names to nobody who does not see such a list', async () => {
    const pupil = await school.hasA('student');
    for (const { me } of [teacher, pupil]) {
      await admin.does('PATCH', `/admin/people/${me.id}`, { familyName: 'Secrète' });
    }
    await admin.does('PUT', `/admin/classes/${classId}/members/${pupil.me.id}`);
    const { code, collection } = await teacher.shares('Une leçon', { classId });
    const board = await teacher.does<ClassProgress>('GET', `/share-codes/${code}/class`);
    expect(board.missing).toContainEqual({ id: pupil.me.id, displayName: pupil.me.displayName });
    const screen = await teacher.connects();
    const preview = await pupil.does('GET', `/share-codes/${code}`);
    const imported = await pupil.imports(code);
    const used = await screen.hears('shareCodeUsed');
    const told = [board, preview, imported.body, used];
    for (const path of ['/me', '/collections', `/collections/${collection.id}`]) {
      told.push(await pupil.does('GET', path));
    }
    for (const path of ['/me', `/share-codes/${code}/uses`]) {
      told.push(await teacher.does('GET', path));
    }
    expect(JSON.stringify(told)).not.toContain('Secrète');
    await admin.does('DELETE', `/admin/people/${pupil.me.id}?collections=keep`);
  });
});
