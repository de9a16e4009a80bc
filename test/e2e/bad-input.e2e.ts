import type { CollectionWithCards } from '@cartable/contract';
import { Person } from '../support/person';
import { Call, documentedCalls, openRoutes, routes } from '../support/routes';
import { School } from '../support/school';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const LONG = 'x'.repeat(20_000);
const NUL = 'a\u0000b';

describe('bad input', () => {
  let school: School;
  let owner: Person;
  let people: Record<'owner' | 'student' | 'teacher' | 'admin' | 'follower', Person>;
  let collection: CollectionWithCards;
  let cardId: string;
  let code: string;

  beforeAll(async () => {
    school = await School.open();
    owner = await school.hasA('teacher');
    const shared = await owner.shares('Intouchable');
    ({ code, collection } = shared);
    cardId = collection.cards[0]?.id ?? '';
    people = {
      owner,
      student: await school.hasA('student'),
      teacher: await school.hasA('teacher'),
      admin: await school.hasA('admin'),
      follower: await school.hasA('student'),
    };
    await people.follower.imports(code);
  });
  afterAll(() => school.close());

  /** Everything that a refused call must leave as it was. */
  const state = () =>
    school.database.query<unknown[]>(
      `SELECT (SELECT json_agg(c ORDER BY id) FROM collection c) AS collections, (SELECT json_agg(c ORDER BY id) FROM card c) AS cards,
              (SELECT json_agg(s ORDER BY code) FROM share_code s) AS codes, (SELECT count(*) FROM library_entry) AS entries,
              (SELECT count(*) FROM user_event) AS events, (SELECT json_agg(p ORDER BY id) FROM person p) AS people`,
    );

  async function refused(
    person: Person,
    [method, path, body]: Call,
    status: number | number[],
    why?: string,
  ) {
    const before = await state();
    const answer = await person.call<{ code: string; status: number } | null>(method, path, body);
    expect({ call: `${method} ${path}`, status: answer.status }).toEqual({
      call: `${method} ${path}`,
      status: Array.isArray(status) && status.includes(answer.status) ? answer.status : status,
    });
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(answer.body).toMatchObject({ status: answer.status, ...(why && { code: why }) });
    expect(await state()).toEqual(before);
  }

  it('is every route that the API documents', async () => {
    const listed = [...routes('{id}', '{cardId}', '{code}', '{personId}'), ...openRoutes].map(
      ([method, path]) => `${method} ${path.split('?')[0]}`,
    );
    expect(listed.sort()).toEqual((await documentedCalls(school.url)).sort());
  });

  it('from somebody who is not signed in is refused on every route', async () => {
    for (const call of routes(collection.id, cardId, code)) {
      await refused(school.stranger(), call, 401, 'not-signed-in');
    }
  });

  it.each(['student', 'teacher', 'admin'] as const)(
    'finds nothing of others, as %s',
    async (role) => {
      const foreign = routes(collection.id, cardId, 'BCDFGHJK').filter(([, path]) =>
        path.startsWith(`/collections/${collection.id}`),
      );
      for (const call of foreign) {
        const forbidden = role === 'student' && /\/(share-codes|gifts)$/.test(call[1]);
        await refused(people[role], call, forbidden ? 403 : 404);
      }
      for (const [method, path] of [
        ['DELETE', `/share-codes/${code}`],
        ['GET', `/share-codes/${code}/uses`],
        ['GET', `/share-codes/${code}/class`],
      ] as const) {
        await refused(people[role], [method, path], role === 'student' ? 403 : 404);
      }
    },
  );

  it('from a follower changes nothing of what is followed', async () => {
    const writes = routes(collection.id, cardId, code).filter(
      ([method, path]) =>
        path.startsWith(`/collections/${collection.id}`) &&
        !['GET', 'DELETE'].includes(method) &&
        // Reporting is for followers.
        !path.endsWith('/reports'),
    );
    for (const call of [
      ...writes,
      ['DELETE', `/collections/${collection.id}/cards/${cardId}`] as Call,
    ]) {
      await refused(people.follower, call, 403, 'forbidden');
    }
  });

  it.each(['owner', 'student', 'admin'] as const)(
    'with an unknown or malformed id is answered, as %s',
    async (role) => {
      for (const id of [NOBODY, 'x', '1', "' OR 1=1 --", '%00', `${NOBODY}0`, '..%2f..']) {
        for (const call of routes(encodeURI(id).replaceAll('%25', '%'), NOBODY, 'BCDFGHJK').filter(
          ([, path]) => /^\/collections\/./.test(path),
        )) {
          await refused(people[role], call, [400, 403, 404]);
        }
      }
      await refused(people[role], ['DELETE', `/collections/${collection.id}/cards/x`], [400]);
    },
  );

  it('in a share code is named, and does not count as a guess', async () => {
    for (const typed of ['B', 'BCDFGHJA', 'BCDF-GHJ1', 'BCDFGHJKL', '%00', LONG.slice(0, 300)]) {
      await refused(people.student, ['GET', `/share-codes/${typed}`], 400, 'validation-failed');
      await refused(
        people.student,
        ['POST', `/share-codes/${typed}/import`],
        400,
        'validation-failed',
      );
    }
  });

  const bodies: [string, (id: string) => Call, unknown[]][] = [
    [
      'a new collection',
      () => ['POST', '/collections'],
      [
        undefined,
        null,
        [],
        'x',
        1,
        {},
        { title: 1 },
        { title: '' },
        { title: '   ' },
        { title: LONG },
        { title: NUL },
        { title: '\ud800' },
        { title: 'x', description: LONG },
        { title: 'x', cards: {} },
        { title: 'x', cards: [{}] },
        { title: 'x', cards: [{ front: 1, back: '' }] },
        { title: 'x', cards: [{ front: '', back: '' }] },
        { title: 'x', cards: [{ front: 'x' }] },
        { title: 'x', cards: [{ front: 'x', back: LONG }] },
        { title: 'x', cards: Array.from({ length: 2_001 }, () => ({ front: 'x', back: '' })) },
        { title: 'x', ownerId: NOBODY },
        { title: 'x', rev: 9 },
      ],
    ],
    [
      'an edit of a collection',
      (id) => ['PATCH', `/collections/${id}`],
      [
        undefined,
        {},
        { title: 'x' },
        { rev: '1', title: 'x' },
        { rev: 0, title: 'x' },
        { rev: 1.5 },
        { rev: 1, title: null },
        { rev: 1, title: LONG },
        { rev: 1, ownerId: NOBODY },
        { rev: 1, frozen: true },
      ],
    ],
    [
      'a new card',
      (id) => ['POST', `/collections/${id}/cards`],
      [
        undefined,
        {},
        { front: 'x' },
        { back: 'x' },
        { front: ' ', back: '' },
        { front: 'x', back: LONG },
        { front: 'é'.repeat(5_121), back: '' },
        { front: NUL, back: '' },
        { front: 'x', back: '', after: 'x' },
        { front: 'x', back: '', after: NOBODY },
        { front: 'x', back: '', rev: 1 },
      ],
    ],
    [
      'a batch of cards',
      (id) => ['POST', `/collections/${id}/card-batches`],
      [
        undefined,
        [],
        {},
        { cards: [] },
        { cards: 'x' },
        { cards: [null] },
        { cards: [{ front: 'x', back: '', id: 'x' }] },
      ],
    ],
    [
      'a share code',
      (id) => ['POST', `/collections/${id}/share-codes`],
      [
        { expiresAt: '2020-01-01T00:00:00Z' },
        { expiresAt: 'tomorrow' },
        { expiresAt: '9999-01-01T00:00:00Z' },
        { expiresAt: 1 },
        { maxUses: 0 },
        { maxUses: -1 },
        { maxUses: 1.5 },
        { maxUses: '3' },
        { maxUses: 1e9 },
        { message: LONG },
        { message: NUL },
        { uses: 3 },
        { code: 'BCDFGHJK' },
        { classId: null },
        { classId: 'x' },
        { classId: '' },
      ],
    ],
    [
      'my profile',
      () => ['PATCH', '/me'],
      [
        { displayName: '' },
        { displayName: LONG },
        { displayName: NUL },
        { locale: 'de' },
        { role: 'admin' },
        { email: 'x@y.example' },
        { password: 'x' },
        { password: { current: 'x', next: 'short' } },
        { password: { next: 'long enough' } },
      ],
    ],
    [
      'what I have seen',
      () => ['PUT', '/notifications/seen'],
      [undefined, {}, { seq: -1 }, { seq: 'x' }, { seq: 1e12 }, { seq: 1.5 }],
    ],
  ];

  it.each(bodies)('in %s is refused', async (_name, callOf, wrongs) => {
    for (const wrong of wrongs) {
      await refused(owner, [...callOf(collection.id).slice(0, 2), wrong] as unknown as Call, 400);
    }
  });

  it('in a query is refused', async () => {
    for (const query of [
      'limit=0',
      'limit=501',
      'limit=x',
      'limit=1.5',
      'cursor=x',
      'cursor=%27',
      'cursor=0-x',
      'limit=1&limit=2',
      'more=1',
    ]) {
      for (const list of [
        '/collections',
        '/notifications',
        `/collections/${collection.id}/share-codes`,
        `/share-codes/${code}/uses`,
      ]) {
        await refused(owner, ['GET', `${list}?${query}`], 400, 'validation-failed');
      }
    }
    await refused(owner, ['DELETE', `/collections/${collection.id}?followers=eat`], 400);
  });

  it('that is no JSON, or too much of it, or of another kind, is refused', async () => {
    for (const [raw, status] of [
      ['{', 400],
      ['"x"', 400],
      [`{"title":"${'x'.repeat(7_000_000)}"}`, 413],
    ] as const) {
      expect((await owner.call('POST', '/collections', undefined, raw)).status).toBe(status);
    }
    const form = await fetch(`${school.url}/api/auth/login`, {
      method: 'POST',
      body: new URLSearchParams({ email: 'x', password: 'y' }),
    });
    expect(form.status).toBe(400);
  });

  it('at sign-in is refused alike, whoever is named', async () => {
    const known = await owner.call('POST', '/auth/login', {
      email: owner.email,
      password: 'wrong',
    });
    const unknown = await owner.call('POST', '/auth/login', {
      email: 'nobody@school.example',
      password: 'wrong',
    });
    expect(known).toMatchObject({ status: 401, body: unknown.body as object });
    for (const body of [
      undefined,
      {},
      { email: 1, password: 'x' },
      { email: owner.email },
      { email: owner.email, password: LONG },
    ]) {
      expect((await owner.call('POST', '/auth/login', body)).status).toBe(400);
    }
  });
});
