import {
  FirstCards,
  ImportLine,
  limits,
  LineFault,
  PeopleImported,
  PeoplePage,
} from '@cartable/contract';
import { Person } from '../../support/person';
import { School } from '../../support/school';

describe('letting many in', () => {
  let school: School;
  let admin: Person;
  beforeAll(async () => {
    school = await School.open();
    admin = await school.hasA('admin');
  });
  afterAll(() => school.close());

  type Line = Omit<ImportLine, 'line'>;
  const imports = (lines: Line[], dryRun = false, role = 'student') =>
    admin.does<PeopleImported>('POST', '/admin/people/imports', {
      dryRun,
      role,
      // As in a spreadsheet: the first line holds the titles.
      lines: lines.map((line, index) => ({ line: index + 2, ...line })),
    });
  const finds = async (query: string) =>
    (await admin.does<PeoplePage>('GET', `/admin/people?${query}`)).items;
  const fault = ({ line, field, reason, other }: LineFault) =>
    [line, field, reason, ...(other === undefined ? [] : [other])].join(' ');
  const faults = async (...lines: Line[]) => (await imports(lines)).faults.map(fault);

  it('makes accounts, classes and cards to sign in with; the same lines again change nothing', async () => {
    const lines = [
      { lastName: 'MARTIN', firstName: 'Inès', classes: '4e B', externalId: 'A1' },
      { lastName: 'MARTIN', firstName: 'Inès', classes: '4E b', externalId: 'A2' },
      { displayName: 'Noé  Petit', classes: '4e B' },
      { displayName: 'Zoé', classes: '4e B | Latin', email: 'ZOE@school.example' },
    ];
    const told = await imports(lines, true);
    expect(told).toMatchObject({ created: 4, changed: 0, cards: [], faults: [] });
    expect(told.classes).toEqual(['4e B', 'Latin']);
    expect(await finds('search=martin')).toEqual([]);

    const done = await imports(lines);
    expect(done).toMatchObject({ created: 4, classes: ['4e B', 'Latin'], faults: [] });
    expect(done.cards.map(({ name, classes }) => [name, classes.join()])).toEqual([
      ['ines.martin', '4e B'],
      ['ines.martin2', '4e B'],
      ['noe.petit', '4e B'],
      ['zoe@school.example', '4e B,Latin'],
    ]);
    const nothing = { created: 0, changed: 0, unchanged: 4, classes: [], cards: [], faults: [] };
    expect(await imports(lines)).toMatchObject(nothing);

    const [card] = done.cards;
    const first = { email: card?.name, password: card?.password, next: 'my own password' };
    const answer = await new Person(school.url, '', '').call('POST', '/auth/first-password', first);
    expect(answer).toMatchObject({ status: 200, body: { user: { displayName: 'Inès MARTIN' } } });
    expect(await imports(lines)).toMatchObject(nothing);
  });

  it('changes what a later file says otherwise, and takes nothing away', async () => {
    await imports([{ displayName: 'Léa Roy', classes: '6e A', externalId: 'L1' }]);
    const [lea] = await finds('search=lea');
    const said = { displayName: 'Léa Roy-Blanc', classes: '5e A', externalId: 'L1' };
    const again = [{ ...said, email: 'lea@school.example' }];
    expect(await imports(again, true)).toMatchObject({ created: 0, changed: 1, classes: ['5e A'] });
    expect(await imports(again)).toMatchObject({ created: 0, changed: 1, cards: [] });
    expect(await imports([said])).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await finds('search=lea')).toMatchObject([
      {
        id: lea?.id,
        displayName: 'Léa Roy-Blanc',
        email: 'lea@school.example',
        login: 'lea.roy',
        classes: [{ name: '5e A' }, { name: '6e A' }],
      },
    ]);
  });

  it('knows the family name by its column, or by its capitals', async () => {
    const classes = '6e F';
    const lines = [
      { lastName: 'de La Tour', firstName: 'Jean', classes },
      { displayName: 'Mme Tour', lastName: 'ROY-TOUR', externalId: 'R1', role: 'prof' },
      { displayName: 'DE LA TOUR Anne', classes },
      { displayName: 'Léa La Tour', classes },
      { displayName: 'Mme Longue', lastName: 'x'.repeat(81), classes },
    ];
    const { created, faults } = await imports(lines);
    expect({ created, faults: faults.map(fault) }).toEqual({
      created: 4,
      faults: ['6 lastName too-long'],
    });
    const family = async () =>
      (await finds('limit=100'))
        .filter(({ displayName }) => /tour/i.test(displayName))
        .map(({ displayName, familyName }) => [displayName, familyName]);
    const known = [
      ['DE LA TOUR Anne', 'DE LA TOUR'],
      ['Jean de La Tour', 'de La Tour'],
      ['Mme Tour', 'ROY-TOUR'],
      ['Léa La Tour', null],
    ];
    expect(await family()).toEqual(known);
    expect(await imports(lines)).toMatchObject({ created: 0, changed: 0, unchanged: 4 });

    // A file that says nothing of it takes nothing away.
    const said = [{ displayName: 'Jean de La Tour', classes }];
    expect(await imports(said)).toMatchObject({ changed: 0, unchanged: 1 });
    // Capitals, which leave out the particle, change nothing that is known.
    const capitals = [{ displayName: 'Jean de LA TOUR', classes }];
    expect((await imports(capitals, true)).updates).toMatchObject([
      { changes: [{ field: 'displayName', after: 'Jean de LA TOUR' }] },
    ]);
    const more = [{ lastName: 'La Tour', firstName: 'Léa', classes }];
    expect(await imports(more, true)).toMatchObject({
      created: 0,
      changed: 1,
      updates: [
        {
          displayName: 'Léa La Tour',
          changes: [{ field: 'lastName', before: null, after: 'La Tour' }],
        },
      ],
    });
    expect(await family()).toEqual(known);
    expect(await imports(more)).toMatchObject({ created: 0, changed: 1 });
    expect(await imports(more)).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
    expect(await family()).toContainEqual(['Léa La Tour', 'La Tour']);
    const { text } = await admin.file('/admin/people/export?search=lea+la+tour');
    expect(text).toContain('\r\nLéa La Tour;La Tour;6e F;');
    const [lea] = await finds('search=lea+la+tour');
    const [entry] = await school.database.query<{ details: object }[]>(
      `SELECT details FROM audit_entry WHERE act = 'person.changed' AND subject_id = $1`,
      [lea?.id],
    );
    expect(entry).toEqual({ details: { familyName: 'changed' } });
  });

  it('gives a number to who came without one, and takes namesakes of other numbers for others', async () => {
    await imports([{ displayName: 'Tom Faure', classes: '3e C' }]);
    const numbered = [
      { displayName: 'Tom Faure', classes: '3e C', externalId: 'T1' },
      { displayName: 'Tom Faure', classes: '3e C', externalId: 'T2' },
    ];
    expect(await imports(numbered)).toMatchObject({ created: 1, changed: 1, faults: [] });
    expect(await imports(numbered)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    const tom = await finds('search=faure');
    expect(tom.map(({ externalId }) => externalId).sort()).toEqual(['T1', 'T2']);
  });

  it('lets teachers in with the classes that they teach', async () => {
    const line = { displayName: 'M. Prof', email: 'prof@school.example', role: 'Professeur' };
    const lines = ['6e X', '5e X\n4e X', '6e x;3e X'].map((classes) => ({ ...line, classes }));
    const { created, faults, cards } = await imports(lines);
    expect({ created, faults }).toEqual({ created: 1, faults: [] });
    expect(cards.map(({ classes }) => classes.join())).toEqual(['3e X,4e X,5e X,6e X']);
    expect(await imports(lines)).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
    const nameless = ['6e X', '5e X'].map((classes) => ({ displayName: 'Mme Sans', classes }));
    expect(await imports(nameless, false, 'teacher')).toMatchObject({ created: 1, faults: [] });
    const [prof] = await finds('role=teacher&search=prof');
    expect(prof?.classes.map(({ name }) => name)).toEqual(['3e X', '4e X', '5e X', '6e X']);
    const [{ roles } = { roles: '' }] = await school.database.query<{ roles: string }[]>(
      `SELECT string_agg(DISTINCT role, ',') AS roles FROM class_member WHERE person_id = $1`,
      [prof?.id],
    );
    expect(roles).toBe('teacher');
  });

  it('tells of each line everything that is wrong with it', async () => {
    const classes = '4e D';
    expect(
      await faults(
        { classes },
        { lastName: 'Seul', classes },
        { displayName: '12 34', classes },
        { displayName: 'Ma\ufffdl', classes },
        { displayName: 'x'.repeat(81), classes: 'y'.repeat(41) },
        { displayName: 'Adresse', email: 'adresse', login: 'é', externalId: '1,2E+11' },
        { displayName: 'Rôle', role: 'Documentaliste', classes },
        { displayName: 'Personne' },
      ),
    ).toEqual([
      '2 displayName missing',
      '3 firstName missing',
      '4 displayName invalid',
      '5 displayName invalid',
      '6 displayName too-long',
      '6 classes too-long',
      '7 externalId invalid',
      '7 email invalid',
      '7 login invalid',
      '8 role unknown-role',
      '9 classes unknowable',
    ]);
    expect(await finds('search=seul')).toEqual([]);
  });

  it('takes a line that says the same person again for a fault', async () => {
    expect(
      await faults(
        { displayName: 'Un', externalId: 'D1', email: 'un@school.example' },
        { displayName: 'Deux', externalId: 'D1' },
        { displayName: 'Trois', externalId: 'D3', email: 'UN@school.example' },
        { displayName: 'Jo Ève', classes: '4e E' },
        { displayName: 'jo eve', classes: '4E E' },
      ),
    ).toEqual(['3 externalId twice 2', '4 email twice 2', '6 displayName twice 5']);
  });

  it('gives nobody the account of another', async () => {
    await imports([
      { displayName: 'Aîné', externalId: 'F1', email: 'famille@school.example' },
      { displayName: 'Autre', externalId: 'F2', login: 'autre' },
      { displayName: 'Parti', externalId: 'F3' },
    ]);
    const [gone] = await finds('search=parti');
    await admin.does('PATCH', `/admin/people/${gone?.id}`, { disabled: true });
    expect(
      await faults(
        { displayName: 'Cadet', externalId: 'F9', email: 'famille@school.example' },
        { displayName: 'Aîné', externalId: 'F1', login: 'autre' },
        { displayName: 'Parti', externalId: 'F3' },
        { displayName: 'Chef', email: admin.email, role: 'prof' },
      ),
    ).toEqual(['2 email taken', '3 login taken', '4 externalId disabled', '5 role other-role']);
    expect(await faults({ displayName: 'Autre', login: 'autre', role: 'prof' })).toEqual([
      '2 role other-role',
    ]);
  });

  it('lets two imports of one file in at the same time once', async () => {
    const lines = Array.from({ length: 30 }, (_, n) => ({
      displayName: `Double Numéro`,
      externalId: `P${n}`,
      classes: '2de 1',
    }));
    const both = await Promise.all([imports(lines), imports(lines)]);
    expect(both.map(({ created, unchanged }) => created + unchanged)).toEqual([30, 30]);
    expect(await finds('search=double&limit=100')).toHaveLength(30);
  });

  it('makes new cards only for who has not come yet', async () => {
    const { cards } = await imports([
      { displayName: 'Venue', classes: '1re 1' },
      { displayName: 'Attendue', classes: '1re 1' },
    ]);
    const next = 'my own password';
    const chooses = (name?: string, password?: string) =>
      new Person(school.url, '', '').call('POST', '/auth/first-password', {
        email: name,
        password,
        next,
      });
    expect((await chooses(cards[0]?.name, cards[0]?.password)).status).toBe(200);
    const ids = cards.map(({ id }) => id);
    const made = await admin.does<FirstCards>('POST', '/admin/people/first-cards', { ids });
    expect(made.cards).toMatchObject([{ displayName: 'Attendue', classes: ['1re 1'] }]);
    expect((await chooses(cards[1]?.name, cards[1]?.password)).status).toBe(401);
    expect((await chooses(made.cards[0]?.name, made.cards[0]?.password)).status).toBe(200);
    await new Person(school.url, cards[0]?.name ?? '', next).signIn();
  });

  it('goes on while others print cards for the same people', async () => {
    // Listed in another order than they were made, and renamed in yet another.
    const lines = Array.from({ length: 100 }, (_, n) => ({
      displayName: `Presse ${(n * 37) % 100}`,
      externalId: `Q${n}`,
      classes: '2de 2',
    }));
    const ids = (await imports(lines)).cards.map(({ id }) => id);
    const prints = () => admin.call('POST', '/admin/people/first-cards', { ids });
    for (let round = 0; round < 8; round += 1) {
      const renamed = lines.map((line) => ({
        ...line,
        displayName: `${line.displayName} ${round}`,
      }));
      const [cards, { changed }, again] = await Promise.all([prints(), imports(renamed), prints()]);
      expect({ cards: cards.status, changed, again: again.status }).toEqual({
        cards: 200,
        changed: 100,
        again: 200,
      });
    }
  });

  it('is written down, with numbers and no names', async () => {
    const entries = await school.database.query<{ details: object }[]>(
      `SELECT details FROM audit_entry WHERE act = 'people.imported' AND actor_id = $1 ORDER BY at LIMIT 1`,
      [admin.me.id],
    );
    expect(entries).toEqual([{ details: { created: 4, classes: 2 } }]);
  });

  it('takes as many lines at once as it says, with a class each', async () => {
    const lines = Array.from({ length: limits.importLines }, (_, n) => ({
      displayName: `Foule ${n}`,
      externalId: `FOULE${n}`,
      classes: `F ${n % 300}`,
    }));
    expect(await imports(lines)).toMatchObject({ created: limits.importLines, faults: [] });
  }, 60_000);

  it('exports everybody who matches, with cells that no spreadsheet runs', async () => {
    await imports([{ displayName: '=cmd|’/c calc’!A', classes: '-1, 4e "F"' }]);
    const { disposition, text } = await admin.file('/admin/people/export?search=cmd');
    expect(disposition).toContain('people.csv');
    const [titles, line] = text.split('\r\n');
    expect(titles).toContain('displayName;familyName;classes;externalId;email;login;role');
    expect(line).toMatch(/^'=cmd\|’\/c calc’!A;;"'-1, 4e ""F""";;;cmd\.c\.calc\.a;student;/);
  });
});
