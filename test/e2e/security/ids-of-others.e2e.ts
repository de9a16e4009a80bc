import type { CollectionWithCards } from '@cartable/contract';
import { Person } from '../../support/person';
import { Call, documentedCalls, routes } from '../../support/routes';
import { School } from '../../support/school';

const NO_ID = '00000000-0000-4000-8000-000000000000';
const NO_CARD = '00000000-0000-4000-8000-000000000001';
const NO_CODE = 'ZZZZ-ZZZZ';

/** Typing somebody else's code is what codes are for: only a guess at one is refused. */
const BY_DESIGN = ['GET /share-codes/{code}', 'POST /share-codes/{code}/import'];

describe('an id of somebody else', () => {
  let school: School;
  let collection: CollectionWithCards;
  let cardId: string;
  let code: string;
  let people: Record<'student' | 'teacher' | 'admin' | 'leaver' | 'withdrawn', Person>;

  beforeAll(async () => {
    school = await School.open();
    const owner = await school.hasA('teacher');
    people = {
      student: await school.hasA('student'),
      teacher: await school.hasA('teacher'),
      admin: await school.hasA('admin'),
      leaver: await school.hasA('student'),
      withdrawn: await school.hasA('teacher'),
    };
    ({ code, collection } = await owner.shares('À quelqu’un d’autre'));
    cardId = collection.cards[0]?.id ?? '';
    await people.leaver.imports(code);
    await people.leaver.does('DELETE', `/collections/${collection.id}`);
    await people.withdrawn.imports(code);
    await school.database.query(
      'DELETE FROM library_entry WHERE person_id = $1 AND collection_id = $2',
      [people.withdrawn.me.id, collection.id],
    );
  });
  afterAll(() => school.close());

  const who = ['student', 'teacher', 'admin', 'leaver', 'withdrawn'] as const;

  const state = () =>
    school.database.query<unknown[]>(
      `SELECT (SELECT json_agg(c ORDER BY id) FROM collection c) AS collections, (SELECT json_agg(c ORDER BY id) FROM card c) AS cards,
              (SELECT json_agg(s ORDER BY code) FROM share_code s) AS codes, (SELECT json_agg(e ORDER BY person_id, collection_id) FROM library_entry e) AS entries,
              (SELECT count(*) FROM user_event) AS events, (SELECT json_agg(p ORDER BY id) FROM person p) AS people`,
    );

  const withIds = (id: string, card: string, share: string, person = id) =>
    routes(id, card, share, person).filter(
      ([method, path], index) =>
        routes('{id}', '{cardId}', '{code}')[index]?.[1].includes('{') &&
        !(path.startsWith(`/share-codes/${share}`) && isByDesign(method, path)),
    );
  const isByDesign = (method: string, path: string) =>
    (method === 'GET' && !/\/(uses|class)$/.test(path)) || path.endsWith('/import');

  /** The two calls are refused in the same words, and change nothing. */
  async function alike(person: Person, foreign: Call, unknown: Call) {
    const before = await state();
    const [told, due] = [await person.call(...foreign), await person.call(...unknown)];
    const call = `${foreign[0]} ${foreign[1]} ${JSON.stringify(foreign[2])}`;
    expect({ call, status: told.status, body: told.body }).toEqual({
      call,
      status: due.status,
      body: due.body,
    });
    expect(told.status).toBeGreaterThanOrEqual(400);
    expect(told.status).toBeLessThan(500);
    expect(await state()).toEqual(before);
  }

  it('is tried on every call that takes one', async () => {
    const tried = withIds('{id}', '{cardId}', '{code}', '{personId}').map(
      ([method, path]) => `${method} ${path.split('?')[0]}`,
    );
    const documented = (await documentedCalls(school.url)).filter((call) => call.includes('{'));
    expect([...tried, ...BY_DESIGN].sort()).toEqual(documented.sort());
  });

  it.each(who)('is answered like one that does not exist, to: %s', async (role) => {
    // What administrators do to collections of others is not to others' taste, but their task.
    const theirs = ([, path]: Call) => role !== 'admin' || !path.startsWith('/admin/');
    const foreign = withIds(collection.id, cardId, code).filter(theirs);
    const unknown = withIds(NO_ID, NO_CARD, NO_CODE).filter(theirs);
    for (const [index, call] of foreign.entries()) {
      await alike(people[role], call, unknown[index] as Call);
    }
    for (const choice of ['keep', 'withdraw']) {
      await alike(
        people[role],
        ['DELETE', `/collections/${collection.id}?followers=${choice}`],
        ['DELETE', `/collections/${NO_ID}?followers=${choice}`],
      );
    }
  });

  it.each(who)(
    'of a card reaches nothing through a collection of one’s own, as: %s',
    async (role) => {
      const person = people[role];
      const { id, cards } = await person.makes('À moi');
      const own = cards[0]?.id ?? '';
      const path = `/collections/${id}/cards`;
      const callsOn: ((card: string) => Call)[] = [
        (card) => ['PATCH', `${path}/${card}`, { rev: 1, front: 'x' }],
        (card) => ['DELETE', `${path}/${card}`],
        (card) => ['POST', path, { front: 'x', back: '', after: card }],
        (card) => ['PATCH', `${path}/${own}`, { rev: 1, after: card }],
      ];
      for (const callOn of callsOn) await alike(person, callOn(cardId), callOn(NO_CARD));
    },
  );

  it('of a card can’t be taken for a new one', async () => {
    const person = people.student;
    const { id } = await person.makes('Avec un numéro pris');
    const card = { id: cardId, front: 'x', back: '' };
    const before = await state();
    for (const call of [
      ['POST', `/collections/${id}/cards`, card],
      ['POST', `/collections/${id}/card-batches`, { cards: [card] }],
    ] as Call[]) {
      expect(await person.call(...call)).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'id', reason: 'taken' }] },
      });
    }
    expect(await state()).toEqual(before);
  });

  it('in a cursor shows nothing of theirs', async () => {
    const person = await school.hasA('teacher');
    const mine = await person.makes('La mienne');
    const later = (Date.now() + 60_000).toString(36);
    for (const id of [collection.id, mine.id, people.student.me.id]) {
      for (const list of [
        `/collections?cursor=${later}-${id}`,
        `/collections?cursor=zzzzzzzzz-${id}`,
        '/notifications?cursor=999999999',
      ]) {
        const { items } = await person.does<{ items: { id: string }[] }>('GET', list);
        expect(items.filter((item) => item.id !== mine.id)).toEqual([]);
      }
    }
    const codes = `/collections/${mine.id}/share-codes?cursor=zzzzzzzzz-${code.replace('-', '')}`;
    expect(await person.does('GET', codes)).toEqual({ items: [], next: null });
  });

  it.each(who)('is in no list, for: %s', async (role) => {
    const lists = ['/me', '/collections?limit=500'];
    // Who once had the collection is still told that it came and went.
    if (role !== 'leaver' && role !== 'withdrawn') lists.push('/notifications?limit=500');
    const answers = await Promise.all(lists.map((list) => people[role].does('GET', list)));
    expect(JSON.stringify(answers)).not.toContain(collection.id);
  });
});
