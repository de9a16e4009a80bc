import type { ImportLine, PeopleImported, PeoplePage } from '@cartable/contract';
import { Person } from '../../support/person';
import { School } from '../../support/school';

describe('letting people in who may be there', () => {
  let school: School;
  let admin: Person;
  beforeAll(async () => {
    school = await School.open();
    admin = await school.hasA('admin');
  });
  afterAll(() => school.close());

  type Line = Omit<ImportLine, 'line'>;
  const imports = (lines: Line[], more: object = {}) =>
    admin.does<PeopleImported>('POST', '/admin/people/imports', {
      dryRun: false,
      role: 'student',
      lines: lines.map((line, index) => ({ line: index + 2, ...line })),
      ...more,
    });
  const finds = async (search: string) =>
    (await admin.does<PeoplePage>('GET', `/admin/people?search=${encodeURIComponent(search)}`))
      .items;
  const archives = async (name: string) => {
    const { items } = await admin.does<{ items: { id: string }[] }>(
      'GET',
      `/admin/classes?search=${name}`,
    );
    await admin.does('PATCH', `/admin/classes/${items[0]?.id}`, { archived: true });
  };
  const nothing = { created: 0, changed: 0, faults: [], alike: [] };

  it('makes no second account of who comes in the next year without a number', async () => {
    const year = (classes: string) => [
      { firstName: 'Inès', lastName: 'ALPHA', classes },
      { firstName: 'Noé', lastName: 'BÊTA', classes },
    ];
    await imports(year('1A'));
    const told = await imports(year('2A'));
    expect(told).toMatchObject({ created: 0, changed: 0, unchanged: 0, cards: [] });
    expect(told.alike).toMatchObject([
      { lines: [2], likely: null, people: [{ name: 'ines.alpha', classes: ['1A'], moves: true }] },
      { lines: [3], likely: null, people: [{ name: 'noe.beta' }] },
    ]);

    await archives('1A');
    const { alike } = await imports(year('2A'), { dryRun: true });
    const decided = year('2A').map((line, n) => ({ ...line, same: alike[n]?.likely }));
    expect(alike).toMatchObject([{ people: [{ classes: [], formerClasses: ['1A'] }] }, {}]);
    expect(await imports(decided)).toMatchObject({ created: 0, changed: 2, alike: [] });
    expect(await imports(year('2A'))).toMatchObject({ ...nothing, unchanged: 2 });
    expect(await finds('alpha')).toHaveLength(1);
  });

  it('makes one of a namesake when that is said', async () => {
    const line = { displayName: 'Tom Faure', classes: '3C', externalId: 'T1' };
    await imports([line]);
    const other = { ...line, externalId: 'T2' };
    expect(await imports([line, other])).toMatchObject({ created: 1, alike: [] });
    const third = { ...line, externalId: 'T3' };
    expect(await imports([third])).toMatchObject({
      created: 0,
      alike: [{ likely: null, people: [{ externalId: 'T2' }, { externalId: 'T1' }] }],
    });
    expect(await imports([{ ...third, same: null }])).toMatchObject({ created: 1, alike: [] });
    expect(await imports([third])).toMatchObject({ ...nothing, unchanged: 1 });
  });

  it('knows people again under another number, another order of names, another name in Cartable', async () => {
    await imports([
      { displayName: 'ORDRE Ana', classes: '4D', externalId: '4521' },
      { displayName: 'Max Nom', classes: '4D' },
      { displayName: 'Zoé D’ARC', classes: '4D', externalId: '12ab' },
    ]);
    const [max] = await finds('max');
    await admin.does('PATCH', `/admin/people/${max?.id}`, { displayName: 'Maxime Renommé' });
    const lines = [
      { firstName: 'Ana', lastName: 'ORDRE', classes: '4D', externalId: '120000001AA' },
      { displayName: 'Max Nom', classes: '4D' },
      { displayName: "zoe D'ARC", classes: '4D' },
      { displayName: 'Zoé D’ARC', classes: '4D', externalId: '12AB' },
    ];
    const { alike, ...told } = await imports(lines.slice(0, 3), { dryRun: true });
    expect(alike.map(({ people }) => people.map(({ displayName }) => displayName))).toEqual([
      ['ORDRE Ana'],
      ['Maxime Renommé'],
    ]);
    expect(told).toMatchObject({ created: 0, changed: 1 });
    expect(await imports(lines.slice(3))).toMatchObject({ ...nothing, unchanged: 1 });
    const same = alike[0]?.people[0]?.id;
    expect(await imports([{ ...lines[0], same }])).toMatchObject({ changed: 1, alike: [] });
    expect(await finds('ordre')).toMatchObject([{ externalId: '120000001AA' }]);
  });

  it('says of two lines that mean one account the second', async () => {
    await imports([{ displayName: 'Léo Un', classes: '5F' }]);
    const [leo] = await finds('leo');
    const line = { displayName: 'Léo Un', same: leo?.id };
    const { faults } = await imports([
      { ...line, classes: '5G' },
      { ...line, classes: '5H' },
    ]);
    expect(faults).toMatchObject([{ line: 3, reason: 'twice', other: 2 }]);
  });

  it('does not take a brother for a sister by the family’s address', async () => {
    const email = 'fam@school.example';
    await imports([{ firstName: 'Jean', lastName: 'FAM', classes: '6F', email }]);
    const told = await imports([{ firstName: 'Marie', lastName: 'FAM', classes: '4F', email }]);
    expect(told).toMatchObject({ faults: [{ line: 2, field: 'email', reason: 'taken' }] });
    expect(await finds('fam')).toMatchObject([{ displayName: 'Jean FAM' }]);
  });

  it('foretells what is changed, and moves pupils only when asked to', async () => {
    const line = { displayName: 'Moi Bouge', externalId: 'G1' };
    await imports([{ ...line, classes: '6G | Latin' }]);
    const moved = [{ ...line, displayName: 'Moi BOUGE', classes: '5G' }];
    expect(await imports(moved, { dryRun: true })).toMatchObject({
      moving: 1,
      updates: [
        {
          line: 2,
          displayName: 'Moi Bouge',
          changes: [
            { field: 'displayName', before: 'Moi Bouge', after: 'Moi BOUGE' },
            { field: 'lastName', before: null, after: 'BOUGE' },
          ],
          joins: ['5G'],
          besides: ['6G', 'Latin'],
        },
      ],
    });
    const classesOf = async () => (await finds('bouge'))[0]?.classes.map(({ name }) => name);
    await imports(moved, { leave: true });
    expect(await classesOf()).toEqual(['5G']);
    const [{ count } = { count: 0 }] = await school.database.query<{ count: number }[]>(
      `SELECT count(*)::int FROM audit_entry WHERE act = 'class.member-removed' AND actor_id = $1`,
      [admin.me.id],
    );
    expect(count).toBe(2);
    await imports([{ ...line, classes: '6G' }]);
    expect(await classesOf()).toEqual(['5G', '6G']);
    expect(await imports(moved, { leave: true })).toMatchObject({ moving: 0 });
    expect(await classesOf()).toEqual(['5G', '6G']);
  });

  it('gives cards again to those whose cards got lost on their way, and to nobody else', async () => {
    const lines = ['Perdu', 'Venu'].map((displayName) => ({ displayName, classes: '6P' }));
    const before = [{ displayName: 'Ancien', classes: '6P' }];
    const old = await imports(before);
    const { at: cardsSince } = await imports([...before, ...lines], { dryRun: true });
    const { cards } = await imports([...before, ...lines]);
    const chooses = (card?: { name: string; password: string }) =>
      new Person(school.url, '', '').call('POST', '/auth/first-password', {
        email: card?.name,
        password: card?.password,
        next: 'my own password',
      });
    expect((await chooses(cards[1])).status).toBe(200);
    const again = await imports([...before, ...lines], { cardsSince });
    expect(again).toMatchObject({ ...nothing, unchanged: 3 });
    expect(again.cards).toMatchObject([{ displayName: 'Perdu', classes: ['6P'] }]);
    expect((await chooses(cards[0])).status).toBe(401);
    expect((await chooses(again.cards[0])).status).toBe(200);
    expect((await chooses(old.cards[0])).status).toBe(200);
  });

  it('leaves administrators as they are, as our own export names them', async () => {
    const [chef] = await finds(admin.email);
    const line = { displayName: 'Admin 1 Autrement', email: admin.email, role: 'admin' };
    expect(await imports([line])).toMatchObject({ ...nothing, unchanged: 1 });
    expect(await finds(admin.email)).toEqual([chef]);
    const { faults } = await imports([{ ...line, displayName: 'Nouveau', email: 'x@y.example' }]);
    expect(faults).toMatchObject([{ field: 'role', reason: 'unknown-role' }]);
  });

  it('drops signs that nobody can see, and says of letters the same however they are put together', async () => {
    const classes = '6 é';
    await imports([{ displayName: 'Inès\u200b \u00adÉCLAIR', classes }]);
    const apart = {
      displayName: 'Inès ÉCLAIR'.normalize('NFD'),
      classes: classes.normalize('NFD'),
    };
    expect(await imports([apart])).toMatchObject({ ...nothing, unchanged: 1, classes: [] });
    expect((await finds('éclair'))[0]?.displayName).toBe('Inès ÉCLAIR');
  });
});
