import type { CollectionWithCards } from '@cartable/contract';
import { Person } from '../../support/person';
import { Call, openRoutes, routes } from '../../support/routes';
import { School } from '../../support/school';

const OTHER = '00000000-0000-4000-8000-000000000000';

/** Fields that a body must not be able to set, as JSON. */
const EXTRA: Record<string, string> = {
  ownerId: `"${OTHER}"`,
  owner_id: `"${OTHER}"`,
  personId: `"${OTHER}"`,
  uses: '0',
  role: '"admin"',
  revokedAt: 'null',
  frozenAt: '"2020-01-01T00:00:00Z"',
  disabledAt: 'null',
  createdAt: '"2020-01-01T00:00:00Z"',
  cardCount: '0',
  position: '1',
  passwordHash: '"x"',
  sessionId: `"${OTHER}"`,
  code: '"BCDFGHJK"',
  $where: '"1"',
  __defineGetter__: '"x"',
  toString: '"x"',
  hasOwnProperty: '"x"',
};
/** Names by which an object's prototype could be reached, and what would show that it was. */
const PROTOTYPE = ['__proto__', 'constructor', 'prototype'];
const POISON = `{"polluted":true,"prototype":{"polluted":true},"ownerId":"${OTHER}","uses":9,"role":"admin","title":"polluted"}`;

/** The body with one more field in it, wherever a field may stand: at the top and in each object inside. */
function* enriched(body: unknown, name: string, value: string): Generator<string> {
  const raw = JSON.stringify(body ?? {});
  for (const { index } of raw.matchAll(/\{/g)) {
    const rest = raw.slice(index + 1);
    const comma = rest.startsWith('}') ? '' : ',';
    yield `${raw.slice(0, index + 1)}${JSON.stringify(name)}:${value}${comma}${rest}`;
  }
}

describe('a field that is not for the caller to set', () => {
  let school: School;
  let owner: Person;
  let collection: CollectionWithCards;
  let calls: Call[];

  beforeAll(async () => {
    school = await School.open();
    owner = await school.hasA('teacher');
    const shared = await owner.shares('Intacte');
    ({ collection } = shared);
    const cardId = collection.cards[0]?.id ?? '';
    await (await school.hasA('student')).imports(shared.code);
    const password = { current: 'wrong password', next: 'another password' };
    const more: Call[] = [
      ['PATCH', '/me', { password }],
      ['POST', '/collections', { title: 'x', cards: [{ front: 'x', back: '' }] }],
    ];
    calls = [...routes(collection.id, cardId, shared.code), ...openRoutes, ...more].filter(
      // What is behind an administrators' door is tried in e2e/admin.
      ([, path, body]) => body !== undefined && !path.startsWith('/admin/'),
    );
  });
  afterAll(() => school.close());

  const state = () =>
    school.database.query<unknown[]>(
      `SELECT (SELECT json_agg(c ORDER BY id) FROM collection c) AS collections, (SELECT json_agg(c ORDER BY id) FROM card c) AS cards,
              (SELECT json_agg(s ORDER BY code) FROM share_code s) AS codes, (SELECT json_agg(e) FROM library_entry e) AS entries,
              (SELECT json_agg(p ORDER BY id) FROM person p) AS people, (SELECT json_agg(s ORDER BY id) FROM session s) AS sessions,
              (SELECT json_agg(u ORDER BY user_id) FROM user_stream u) AS streams`,
    );

  it.each(Object.entries(EXTRA))('is refused in every body: %s', async (name, value) => {
    const before = await state();
    for (const [method, path, body] of calls) {
      for (const raw of enriched(body, name, value)) {
        const { status } = await owner.call(method, path, undefined, raw);
        expect({ call: `${method} ${path}`, raw, status }).toMatchObject({ status: 400 });
      }
    }
    expect(await state()).toEqual(before);
  });

  it.each(PROTOTYPE)('reaches no prototype through: %s', async (name) => {
    for (const [method, path, body] of calls) {
      for (const raw of enriched(body, name, POISON)) {
        const { status, body: answer } = await owner.call(method, path, undefined, raw);
        expect({ raw, status: Math.floor(status / 100) }).not.toMatchObject({ status: 5 });
        expect(JSON.stringify(answer)).not.toMatch(/polluted|"uses":9|"role":"admin"/);
      }
    }
    expect(JSON.stringify(await state())).not.toMatch(/polluted|"uses":9|"role":"admin"/);
    expect(JSON.stringify(await state())).not.toContain(OTHER);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('is refused in a query, and ignored where a call takes no body', async () => {
    const before = await state();
    for (const list of ['/collections', '/notifications']) {
      for (const name of [
        'ownerId',
        'role',
        'limit[]',
        'limit[__proto__]',
        '__proto__[polluted]',
      ]) {
        const { status } = await owner.call('GET', `${list}?${encodeURIComponent(name)}=x`);
        expect([list, name, status]).toEqual([list, name, 400]);
      }
      for (const name of PROTOTYPE) await owner.does('GET', `${list}?${name}=x`);
    }
    const body = `{"ownerId":"${OTHER}","__proto__":{"polluted":true}}`;
    for (const path of [`/collections/${OTHER}`, `/collections/${collection.id}/cards/${OTHER}`]) {
      expect((await owner.call('DELETE', path, undefined, body)).status).toBe(404);
    }
    expect(await state()).toEqual(before);
  });
});
