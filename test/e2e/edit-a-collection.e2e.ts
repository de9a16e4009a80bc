import { randomUUID } from 'node:crypto';
import type { Card, CollectionWithCards } from '@cartable/contract';
import { Person } from '../support/person';
import { School } from '../support/school';

describe('editing a collection', () => {
  let school: School;
  let teacher: Person;
  let student: Person;

  beforeAll(async () => {
    school = await School.open();
    [teacher, student] = [await school.hasA('teacher'), await school.hasA('student')];
  });
  afterAll(() => school.close());

  const read = (who: Person, id: string) =>
    who.does<CollectionWithCards>('GET', `/collections/${id}`);
  const fronts = async (who: Person, id: string) =>
    (await read(who, id)).cards.map(({ front }) => front);

  async function followed(title: string, cards = ['un', 'deux', 'trois']) {
    const collection = await teacher.makes(
      title,
      cards.map((front) => ({ front, back: '' })),
    );
    const { code } = await teacher.does<{ code: string }>(
      'POST',
      `/collections/${collection.id}/share-codes`,
      {},
    );
    await student.imports(code);
    return { collection, code };
  }

  it('adds a card once, however often it is sent under its own id', async () => {
    const { id } = await teacher.makes('Deux fois');
    const other = await teacher.makes('Une autre');
    const path = `/collections/${id}`;
    const card = { id: randomUUID(), front: 'un', back: 'I' };
    const device = await teacher.connects();
    const first = await teacher.does<Card>('POST', `${path}/cards`, card);
    expect(await teacher.does('POST', `${path}/cards`, { ...card, front: 'x' })).toEqual(first);
    const cards = [card, { id: randomUUID(), front: 'deux', back: 'II' }];
    await teacher.does('POST', `${path}/card-batches`, { cards });
    await teacher.does('POST', `${path}/card-batches`, { cards });
    const now = await teacher.does<{ cards: Card[]; rev: number }>('GET', path);
    expect(now.cards.map(({ front }) => front)).toEqual(['recto', 'un', 'deux']);
    expect(now.rev).toBe(3);
    await device.hears('collectionUpdated', ({ data }) => data.rev === 3);

    for (const [where, body] of [
      ['cards', card],
      ['card-batches', { cards: [card] }],
      ['card-batches', { cards: Array(2).fill({ ...card, id: randomUUID() }) }],
    ] as const)
      expect(
        (await teacher.call('POST', `/collections/${other.id}/${where}`, body)).body,
      ).toMatchObject({ status: 400, errors: [{ path: 'id', reason: 'taken' }] });
  });

  it('shows followers each change as it is made', async () => {
    const { collection } = await followed('Planètes');
    const device = await student.connects();
    await device.settled();
    const path = `/collections/${collection.id}`;
    await teacher.does('PATCH', path, { rev: 1, title: 'Les planètes' });
    const card = await teacher.does<Card>('POST', `${path}/cards`, { front: 'quatre', back: 'IV' });
    await teacher.does('PATCH', `${path}/cards/${card.id}`, { rev: card.rev, after: null });
    await teacher.does('DELETE', `${path}/cards/${card.id}`);
    expect(await device.hears('collectionUpdated', ({ data }) => data.rev === 2)).toMatchObject({
      title: 'Les planètes',
    });
    expect(await device.hears('collectionUpdated', ({ data }) => data.rev === 3)).toMatchObject({
      cardCount: 4,
      cards: [card],
    });
    expect(await device.hears('collectionUpdated', ({ data }) => data.rev === 4)).toMatchObject({
      cards: [{ id: card.id, rev: 4 }],
    });
    expect(await device.hears('collectionUpdated', ({ data }) => data.rev === 5)).toMatchObject({
      removed: [card.id],
      cardCount: 3,
    });
  });

  it('refuses an edit of what was changed meanwhile, with the present state', async () => {
    const { collection } = await followed('Périmée');
    const path = `/collections/${collection.id}`;
    const [card] = collection.cards as [Card];
    await teacher.does('PATCH', `${path}/cards/${card.id}`, { rev: 1, front: 'nouveau' });
    const stale = await teacher.call('PATCH', `${path}/cards/${card.id}`, {
      rev: 1,
      front: 'ancien',
    });
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'collection-stale', current: { rev: 2 } },
    });
    expect((await teacher.call('PATCH', path, { rev: 1, title: 'x' })).status).toBe(409);
    const other = collection.cards[1] as Card;
    expect(
      (await teacher.call('PATCH', `${path}/cards/${other.id}`, { rev: 1, front: 'autre' })).status,
    ).toBe(200);
  });

  it('moves cards anywhere, however often', async () => {
    const { collection } = await followed('Ordre', ['a', 'b', 'c']);
    const path = `/collections/${collection.id}/cards`;
    const [a, b, c] = collection.cards.map(({ id }) => id) as [string, string, string];
    let rev = 1;
    const move = async (id: string, after: string | null) => {
      rev = (await teacher.does<Card>('PATCH', `${path}/${id}`, { rev, after })).rev;
    };
    for (let n = 0; n < 24; n += 1) await move(n % 2 ? b : c, a);
    expect(await fronts(student, collection.id)).toEqual(['a', 'b', 'c']);
    await move(c, null);
    expect(await fronts(student, collection.id)).toEqual(['c', 'a', 'b']);
    const first = await teacher.does<Card>('POST', path, { front: 'z', back: '', after: c });
    expect(await fronts(student, collection.id)).toEqual(['c', 'z', 'a', 'b']);
    expect(
      await teacher.call('PATCH', `${path}/${first.id}`, { rev: first.rev, after: first.id }),
    ).toMatchObject({ status: 400 });
  });

  it('takes 2,000 cards and no more', async () => {
    const cards = Array.from({ length: 2_000 }, (_, n) => ({ front: `${n}`, back: 'x' }));
    const { id } = await teacher.does<{ id: string }>('POST', '/collections', {
      title: 'Pleine',
      cards,
    });
    const more = await teacher.call('POST', `/collections/${id}/cards`, {
      front: 'de trop',
      back: '',
    });
    expect(more).toMatchObject({ status: 409, body: { code: 'collection-full' } });
    expect((await read(teacher, id)).cardCount).toBe(2_000);
  });

  it('asks the owner what becomes of the followers, and freezes their copy', async () => {
    const { collection, code } = await followed('Gardée');
    const device = await student.connects();
    const undecided = await teacher.call('DELETE', `/collections/${collection.id}`);
    expect(undecided).toMatchObject({
      status: 409,
      body: { code: 'followers-choice-needed', followers: 1 },
    });
    await teacher.does('DELETE', `/collections/${collection.id}?followers=keep`);
    expect(
      await device.hears('collectionUpdated', ({ data }) => data.frozen === true),
    ).toMatchObject({ collectionId: collection.id });
    expect(await read(student, collection.id)).toMatchObject({ frozen: true, cardCount: 3 });
    expect((await teacher.call('GET', `/collections/${collection.id}`)).status).toBe(404);
    const late = await school.hasA('student');
    expect((await late.imports(code)).status).toBe(404);
  });

  it('withdraws the collection from its followers', async () => {
    const { collection } = await followed('Retirée');
    const device = await student.connects();
    await teacher.does('DELETE', `/collections/${collection.id}?followers=withdraw`);
    expect(await device.hears('collectionRemoved')).toMatchObject({
      collectionId: collection.id,
      reason: 'withdrawn',
    });
    expect((await student.call('GET', `/collections/${collection.id}`)).status).toBe(404);
    const { items } = await student.does<{ items: unknown[] }>('GET', '/notifications?limit=1');
    expect(items).toMatchObject([{ name: 'collectionRemoved', title: 'Retirée' }]);
  });

  it('lets a follower leave, and import again without using the code up', async () => {
    const { collection, code } = await followed('Aller-retour');
    await student.does('DELETE', `/collections/${collection.id}`);
    expect((await student.call('GET', `/collections/${collection.id}`)).status).toBe(404);
    expect((await student.imports(code)).status).toBe(201);
    const { items } = await teacher.does<{ items: { uses: number }[] }>(
      'GET',
      `/collections/${collection.id}/share-codes`,
    );
    expect(items).toMatchObject([{ uses: 1 }]);
  });

  it('lets no edit slip between an import and its first event', async () => {
    const collection = await teacher.makes('Course');
    const { code } = await teacher.does<{ code: string }>(
      'POST',
      `/collections/${collection.id}/share-codes`,
      {},
    );
    const pupils = await Promise.all(Array.from({ length: 12 }, () => school.hasA('student')));
    const devices = await Promise.all(pupils.map((pupil) => pupil.connects({ last: 0 })));
    const edits = Array.from({ length: 12 }, (_, n) =>
      teacher.does('POST', `/collections/${collection.id}/cards`, { front: `${n}`, back: '' }),
    );
    await Promise.all([...edits, ...pupils.map((pupil) => pupil.imports(code))]);
    for (const device of devices) {
      const first = (await device.hears('newCollection')) as unknown as {
        collection: { rev: number };
      };
      if (first.collection.rev < 13)
        await device.hears('collectionUpdated', ({ data }) => data.rev === 13);
      const revs = device.heard
        .filter(({ name }) => name === 'collectionUpdated')
        .map(({ data }) => data.rev);
      expect(revs).toEqual(
        Array.from({ length: 13 - first.collection.rev }, (_, n) => first.collection.rev + 1 + n),
      );
    }
  });
});
