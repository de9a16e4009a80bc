import type { Session } from '@cartable/contract';
import { SessionPurge } from '../../backend/src/accounts/session-purge';
import { Person } from '../support/person';
import { School } from '../support/school';

describe('sessions', () => {
  let school: School;

  beforeAll(async () => {
    school = await School.open();
  });
  afterAll(() => school.close());

  const cookieOf = (headers: Headers) => headers.get('set-cookie') ?? '';

  async function refreshes(person: Person, cookie = person.cookie) {
    person.cookie = cookie;
    return person.call<Session & { code: string }>('POST', '/auth/refresh');
  }

  /** As if the last rotation were longer ago than a lost answer explains. */
  const later = (person: Person) =>
    school.database.query(
      "UPDATE session SET rotated_at = rotated_at - interval '1 hour' WHERE person_id = $1",
      [person.me.id],
    );

  it('keep the refresh token where scripts and other sites can’t get at it', async () => {
    const person = await school.hasA('student');
    const answer = await refreshes(person);
    expect(cookieOf(answer.headers)).toMatch(
      /^cartable_refresh=[^;]+; Max-Age=\d+; Path=\/api\/auth; .*HttpOnly; SameSite=Strict/,
    );
    expect(JSON.stringify(answer.body)).not.toContain('cartable_refresh');
  });

  it('go on with the next token, and answer the lost one again for a moment', async () => {
    const person = await school.hasA('student');
    const first = person.cookie;
    const [one, two] = [await refreshes(person, first), await refreshes(person, first)];
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(cookieOf(two.headers)).toBe(cookieOf(one.headers));
    person.token = one.body.accessToken;
    expect((await person.call('GET', '/me')).status).toBe(200);
  });

  it('end as a family, sockets and all, when an old token is shown again', async () => {
    const person = await school.hasA('student');
    const stolen = person.cookie;
    const device = await person.connects();
    const fresh = await refreshes(person, stolen);
    await later(person);
    const because = 'token-reused';
    expect((await refreshes(person, stolen)).body).toMatchObject({
      code: 'session-ended',
      because,
    });
    expect(await device.hears('bye')).toMatchObject({ reason: 'session-ended', because });
    const rightful = cookieOf(fresh.headers).split(';')[0] ?? '';
    expect((await refreshes(person, rightful)).status).toBe(401);
    expect((await person.call('GET', '/me')).status).toBe(401);
  });

  it('are forgotten a month after they are over, and not before', async () => {
    const people = [];
    for (const [column, days] of [
      ['ended_at', 31],
      ['expires_at', 31],
      ['ended_at', 29],
      ['expires_at', 29],
    ] as const) {
      const person = await school.hasA('student');
      await school.database.query(
        `UPDATE session SET ${column} = now() - make_interval(days => $2) WHERE person_id = $1`,
        [person.me.id, days],
      );
      people.push(person.me.id);
    }
    const living = await school.hasA('student');
    expect(await school.app.get(SessionPurge).purge()).toBe(2);
    const left = await school.database.query<{ id: string }[]>(
      'SELECT person_id AS id FROM session WHERE person_id = ANY($1) ORDER BY array_position($1, person_id)',
      [people],
    );
    expect(left.map(({ id }) => id)).toEqual(people.slice(2));
    expect((await living.call('GET', '/me')).status).toBe(200);
  });

  it('refuse forged and empty tokens', async () => {
    const person = await school.hasA('student');
    const forged = person.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const cookie of [forged, 'cartable_refresh=', 'cartable_refresh=x.1.y', '']) {
      expect((await refreshes(person, cookie)).status).toBe(401);
    }
  });

  it('end elsewhere when the password changes, and stay here', async () => {
    const person = await school.hasA('student');
    const elsewhere = await new Person(
      school.url,
      person.email,
      'one password for all of the test',
    ).signIn();
    const device = await elsewhere.connects();
    const password = { current: 'one password for all of the test', next: 'a new and better one' };
    expect(
      (await person.call('PATCH', '/me', { password: { ...password, current: 'wrong' } })).status,
    ).toBe(422);
    await person.does('PATCH', '/me', { password });
    expect(await device.hears('bye')).toMatchObject({ because: 'password-changed' });
    expect((await elsewhere.call('GET', '/me')).status).toBe(401);
    expect((await person.call('GET', '/me')).status).toBe(200);
    await new Person(school.url, person.email, 'a new and better one').signIn();
  });

  it('let a person change name and language', async () => {
    const person = await school.hasA('student');
    const changed = await person.does('PATCH', '/me', { displayName: '  Inès B. ', locale: 'en' });
    expect(changed).toMatchObject({ displayName: 'Inès B.', locale: 'en', role: 'student' });
    expect(await person.does('GET', '/me')).toEqual(changed);
  });

  it('can’t be opened by guessing, not even with the right password after five wrong ones', async () => {
    const person = await school.hasA('student');
    const guess = (password: string) =>
      person.call<{ retryAfter: number }>('POST', '/auth/login', { email: person.email, password });
    const since = performance.now();
    for (let n = 0; n < 5; n += 1) expect((await guess('wrong')).status).toBe(401);
    const refused = await guess('one password for all of the test');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBe(refused.body.retryAfter);
    const passed = (performance.now() - since) / 1_000;
    expect(refused.body.retryAfter).toBeGreaterThanOrEqual(60 - passed);
  });
});
