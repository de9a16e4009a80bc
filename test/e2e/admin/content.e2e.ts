import type { ContentCaseInFull, ContentPage } from '@cartable/contract';
import { Person } from '../../support/person';
import { School } from '../../support/school';
import { until } from '../../support/until';

const has = async (person: Person, id: string) =>
  (await person.does<{ items: { id: string }[] }>('GET', '/collections')).items.some(
    (item) => item.id === id,
  );

describe('a collection that is reported', () => {
  let school: School;
  let admin: Person;
  let teacher: Person;
  let student: Person;

  beforeAll(async () => (school = await School.open()));
  beforeEach(async () => {
    [admin, teacher, student] = [
      await school.hasA('admin'),
      await school.hasA('teacher'),
      await school.hasA('student'),
    ];
  });
  afterAll(() => school.close());

  const shared = async (title: string) => {
    const { code, collection } = await teacher.shares(title, { message: 'Bon travail' });
    await student.imports(code);
    return { code, id: collection.id };
  };
  const queue = (state = 'open') =>
    admin.does<ContentPage>('GET', `/admin/content?state=${state}&limit=500`);
  const inQueue = async (id: string, state = 'open') =>
    (await queue(state)).items.find((item) => item.collectionId === id);

  it('stands in the queue once, however often one person says so', async () => {
    const { id } = await shared('Douteuse');
    const other = await school.hasA('student');
    await student.does('POST', `/collections/${id}/reports`, { reason: 'wrong' });
    await student.does('POST', `/collections/${id}/reports`, {
      reason: 'offensive',
      comment: 'La carte 1',
    });
    expect(
      (await other.call('POST', `/collections/${id}/reports`, { reason: 'wrong' })).status,
    ).toBe(404);
    expect(await inQueue(id)).toMatchObject({ title: 'Douteuse', reports: 1 });
    const { reported, cards } = await admin.does<ContentCaseInFull>('GET', `/admin/content/${id}`);
    expect(reported).toMatchObject([
      { reason: 'offensive', comment: 'La carte 1', by: { id: student.me.id } },
    ]);
    expect(cards).toHaveLength(1);
  });

  it('is told to administrators at once, and to nobody else', async () => {
    const { id } = await shared('Signalée en direct');
    const [screen, phone] = [await admin.connects(), await student.connects()];
    const { waiting } = await queue();
    for (let said = 0; said < 3; said += 1) {
      await student.does('POST', `/collections/${id}/reports`, { reason: 'wrong' });
    }
    expect(await screen.hears('contentStirred')).toMatchObject({ collectionId: id });
    expect((await queue('hidden')).waiting).toBe(waiting + 1);
    await admin.does('POST', `/admin/content/${id}/close`);
    await until(() => screen.heard.filter(({ name }) => name === 'contentStirred').length === 2);
    expect((await queue()).waiting).toBe(waiting);
    await phone.settled();
    expect(phone.heard.map(({ name }) => name)).not.toContain('contentStirred');
  });

  it('is not readable by administrators before anybody reports it', async () => {
    const { id } = await shared('Privée');
    expect((await admin.call('GET', `/admin/content/${id}`)).status).toBe(404);
  });

  it('leaves the queue when its reports are closed, and comes back with a new one', async () => {
    const { id } = await shared('Anodine');
    await student.does('POST', `/collections/${id}/reports`, { reason: 'another' });
    await admin.does('POST', `/admin/content/${id}/close`);
    expect(await inQueue(id)).toBeUndefined();
    expect(await inQueue(id, 'closed')).toMatchObject({ reports: 0 });
    expect(await has(student, id)).toBe(true);
    await student.does('POST', `/collections/${id}/reports`, { reason: 'another' });
    expect(await inQueue(id)).toMatchObject({ reports: 1 });
  });

  it('leaves the followers’ screens when it is hidden, and nobody but its owner has it', async () => {
    const { code, id } = await shared('Cachée');
    const screen = await student.connects();
    const owners = await teacher.connects();
    await admin.does('POST', `/admin/content/${id}/hide`, { reason: 'Des données personnelles' });
    expect(await screen.hears('collectionRemoved')).toMatchObject({
      collectionId: id,
      reason: 'hidden',
    });
    expect(await owners.hears('collectionModerated')).toMatchObject({
      collectionId: id,
      act: 'hidden',
      text: 'Des données personnelles',
    });
    expect(await has(student, id)).toBe(false);
    expect((await student.call('GET', `/collections/${id}`)).status).toBe(404);
    const late = await school.hasA('student');
    expect(await late.imports(code)).toMatchObject({
      status: 404,
      body: { code: 'share-code-unknown' },
    });
    expect((await late.call('GET', `/share-codes/${code}`)).status).toBe(404);
    expect(await teacher.does('GET', `/collections/${id}`)).toMatchObject({ hidden: true });
    const { items } = await teacher.does<{ items: object[] }>('GET', '/notifications');
    expect(items[0]).toMatchObject({
      name: 'collectionModerated',
      act: 'hidden',
      text: 'Des données personnelles',
    });
    expect(await inQueue(id, 'hidden')).toBeDefined();
  });

  it('comes back as it was when it is restored, with what its owner did meanwhile', async () => {
    const { code, id } = await shared('Revenante');
    const before = await student.does<{ addedAt: string }>('GET', `/collections/${id}`);
    await admin.does('POST', `/admin/content/${id}/hide`, { reason: 'x' });
    await admin.does('POST', `/admin/content/${id}/hide`, { reason: 'encore' });
    await teacher.does('POST', `/collections/${id}/cards`, { front: 'nouvelle', back: '' });
    const screen = await student.connects();
    await admin.does('POST', `/admin/content/${id}/restore`);
    expect(await screen.hears('newCollection')).toMatchObject({
      collection: { id, cardCount: 2 },
      addedAt: before.addedAt,
      message: 'Bon travail',
    });
    expect(await student.does('GET', `/collections/${id}`)).toMatchObject({
      addedAt: before.addedAt,
      cardCount: 2,
    });
    expect((await (await school.hasA('student')).imports(code)).status).toBe(201);
    expect(await teacher.does('GET', `/collections/${id}`)).not.toHaveProperty('hidden');
    const acts = await admin.does<{ items: { act: string }[] }>(
      'GET',
      `/admin/audit?subject=${id}`,
    );
    expect(acts.items.map(({ act }) => act)).toEqual(['collection.restored', 'collection.hidden']);
  });

  it('brings its owner a message', async () => {
    const { id } = await shared('À revoir');
    const screen = await teacher.connects();
    await admin.does('POST', `/admin/content/${id}/messages`, { text: 'Citez vos sources.' });
    expect(await screen.hears('collectionModerated')).toMatchObject({
      act: 'message',
      text: 'Citez vos sources.',
    });
  });

  it('loses no import to hiding at the same moment', async () => {
    const { code, collection } = await teacher.shares('À la seconde près');
    const pupils = await Promise.all(Array.from({ length: 6 }, () => school.hasA('student')));
    const [hidden, ...answers] = await Promise.all([
      admin.call('POST', `/admin/content/${collection.id}/hide`, { reason: 'x' }),
      ...pupils.map((pupil) => pupil.imports(code)),
    ]);
    expect(hidden?.status).toBe(204);
    await admin.does('POST', `/admin/content/${collection.id}/restore`);
    for (const [index, pupil] of pupils.entries()) {
      expect(await has(pupil, collection.id)).toBe(answers[index]?.status === 201);
    }
  });
});
