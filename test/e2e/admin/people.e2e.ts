import type { AdminPerson, FirstPassword, PeoplePage } from '@cartable/contract';
import { NOBODY } from '../../../backend/src/accounts/account-erasure.service';
import { formsAClass } from '../../support/classes';
import { waitingForLocks } from '../../support/locks';
import { Person } from '../../support/person';
import { School } from '../../support/school';

const DAY_MS = 86_400_000;

describe('the room of people', () => {
  let school: School;
  let admin: Person;
  beforeAll(async () => {
    school = await School.open();
    admin = await school.hasA('admin');
  });
  afterAll(() => school.close());

  const makes = (displayName: string, email: string, role = 'student') =>
    admin.does<FirstPassword>('POST', '/admin/people', { displayName, email, role });
  const finds = async (query: string) =>
    (await admin.does<PeoplePage>('GET', `/admin/people?${query}`)).items;
  const stranger = () => new Person(school.url, '', '');
  const chooses = (email: string, password: string, next: string) =>
    stranger().call('POST', '/auth/first-password', { email, password, next });
  /** A reset that has made the new password, but has not committed yet; returns how it does. */
  async function resets({ me }: Person): Promise<() => Promise<void>> {
    const resetting = school.database.createQueryRunner();
    await resetting.startTransaction();
    await resetting.query(`UPDATE person SET password_hash = 'another' WHERE id = $1`, [me.id]);
    return async () => {
      await resetting.commitTransaction();
      await resetting.release();
    };
  }
  const acts = async (id: string) =>
    (
      await school.database.query<{ act: string }[]>(
        `SELECT act FROM audit_entry WHERE subject_id = $1 AND actor_id = $2 ORDER BY at, act`,
        [id, admin.me.id],
      )
    ).map(({ act }) => act);

  it('makes an account whose password is told once, and lets in', async () => {
    const { person, password } = await makes('Zoé Éluard', 'Zoe@School.example', 'teacher');
    expect(person).toMatchObject({ email: 'zoe@school.example', role: 'teacher', classes: [] });
    expect(password).toMatch(/^([a-z2-9]{4}-){2}[a-z2-9]{4}$/);
    expect(await chooses('zoe@school.example', password, 'my own password')).toMatchObject({
      status: 200,
      body: { user: { displayName: 'Zoé Éluard' } },
    });
    const read = await admin.does<AdminPerson>('GET', `/admin/people/${person.id}`);
    expect(JSON.stringify(read)).not.toContain(password);
    expect(await acts(person.id)).toEqual(['person.created']);
  });

  it('makes a login name for who has no address', async () => {
    const made = [];
    for (let n = 0; n < 2; n += 1) {
      const body = { displayName: 'Inès N’Guyen', role: 'student' };
      made.push(await admin.does<FirstPassword>('POST', '/admin/people', body));
    }
    const logins = made.map(({ person }) => person.login);
    expect(logins).toEqual(['ines.n.guyen', 'ines.n.guyen2']);
    expect(await finds('search=ines.n')).toHaveLength(2);
    const answer = await chooses(' INES.n.guyen2', made[1]?.password ?? '', 'my own password');
    expect(answer).toMatchObject({ status: 200, body: { user: { email: null } } });
    const path = `/admin/people/${made[0]?.person.id}`;
    expect((await admin.call('PATCH', path, { login: null })).status).toBe(400);
    expect((await admin.call('PATCH', path, { login: 'ines.n.guyen2' })).status).toBe(409);
    for (const login of ['é', 'a b', 'a@b', '.a', 'a..b']) {
      expect({ login, ...(await admin.call('PATCH', path, { login })) }).toMatchObject({
        status: 400,
      });
    }
  });

  it('makes a login name for each of those who come in at the same moment under one name', async () => {
    const body = { displayName: 'Même Nom', role: 'student' };
    const made = await Promise.all(
      Array.from({ length: 4 }, () => admin.does<FirstPassword>('POST', '/admin/people', body)),
    );
    expect(made.map(({ person }) => person.login).sort()).toEqual([
      'meme.nom',
      'meme.nom2',
      'meme.nom3',
      'meme.nom4',
    ]);
  });

  it('lets nobody in with a password that was given, but to choose one', async () => {
    const { person, password } = await makes('Carte', 'carte@school.example');
    const email = 'carte@school.example';
    expect(await stranger().call('POST', '/auth/login', { email, password })).toMatchObject({
      status: 403,
      body: { code: 'password-due' },
    });
    expect(await finds('state=unused&search=carte')).toMatchObject([{ id: person.id }]);
    expect((await chooses(email, password, password)).status).toBe(400);
    expect((await chooses(email, password, 'short')).status).toBe(400);
    expect((await chooses(email, 'wrong', 'my own password')).status).toBe(401);
    expect((await chooses(email, password, 'my own password')).status).toBe(200);
    for (const given of [password, 'my own password']) {
      expect((await chooses(email, given, 'yet another one')).status).toBe(401);
    }
    expect((await stranger().call('POST', '/auth/login', { email, password })).status).toBe(401);
    await new Person(school.url, email, 'my own password').signIn();
    expect(await finds('state=unused&search=carte')).toEqual([]);
  });

  it('serves one of two who use the same card at the same moment', async () => {
    const email = 'shared@school.example';
    const { password } = await makes('Partagée', email);
    const answers = await Promise.all(
      ['the one password', 'the other password'].map((next) => chooses(email, password, next)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('gives an address to one person only', async () => {
    const { person } = await makes('Ada', 'ada@school.example');
    const again = { displayName: 'Ada 2', email: 'ADA@school.example', role: 'student' };
    expect(await admin.call('POST', '/admin/people', again)).toMatchObject({
      status: 409,
      body: { code: 'name-taken' },
    });
    const { person: other } = await makes('Bea', 'bea@school.example');
    const patch = { email: 'ada@school.example' };
    expect(await admin.call('PATCH', `/admin/people/${other.id}`, patch)).toMatchObject({
      status: 409,
    });
    expect(await finds('search=ada@')).toMatchObject([{ id: person.id }]);
  });

  it('gives the number of the school’s software to one person only, and takes it away', async () => {
    const { person } = await makes('Numéro', 'numero@school.example');
    const { person: other } = await makes('Autre', 'autre@school.example');
    const path = (id: string) => `/admin/people/${id}`;
    const numbered = { externalId: '0123456789A' };
    expect(await admin.does('PATCH', path(person.id), numbered)).toMatchObject(numbered);
    expect(await admin.call('PATCH', path(other.id), numbered)).toMatchObject({
      status: 409,
      body: { code: 'name-taken' },
    });
    expect((await admin.call('PATCH', path(other.id), { externalId: 'a b' })).status).toBe(400);
    await admin.does('PATCH', path(person.id), { externalId: null });
    expect(await admin.does('PATCH', path(other.id), numbered)).toMatchObject(numbered);
    const [entry] = await school.database.query<{ details: unknown }[]>(
      `SELECT details FROM audit_entry WHERE act = 'person.changed' AND subject_id = $1`,
      [other.id],
    );
    expect(entry?.details).toEqual({ externalId: 'changed' });
  });

  it('finds by the beginnings of words, without regard to accents, and by address', async () => {
    await makes('Jean-Noël Œuvrard', 'noel@school.example');
    for (const search of ['noe', 'OEUV', 'jean oeu', 'noel@sch']) {
      expect(await finds(`search=${encodeURIComponent(search)}`)).toMatchObject([
        { displayName: 'Jean-Noël Œuvrard' },
      ]);
    }
    // In whatever letters, composed or not, and whichever way round the words are typed.
    for (const name of ['Doğan Ayşe', 'Nguyễn Thị', 'Dvořák Łukasz', 'أحمد علي', 'Андрей Чехов']) {
      await makes(name, `${name.length}-${Math.random()}@letters.example`);
      const [one = '', two = ''] = name.split(' ');
      const swapped = `${two.normalize('NFD')} ${one.toLocaleLowerCase('en').slice(0, 4)}`;
      for (const search of [name, swapped]) {
        const found = await finds(`search=${encodeURIComponent(search)}`);
        expect(found).toMatchObject([{ displayName: name }]);
      }
    }
    for (const search of ['dogan ay', 'nguyen thi', 'dvorak luk']) {
      expect(await finds(`search=${encodeURIComponent(search)}`)).toHaveLength(1);
    }
    for (const search of ['oël', '%', '_', "'", '&', 'nobody at all']) {
      expect(await finds(`search=${encodeURIComponent(search)}`)).toEqual([]);
    }
  });

  it('sorts É beside E, and reads page by page, each once', async () => {
    for (const [n, name] of ['Éa', 'Eb', 'éc', 'Ed'].entries()) {
      await makes(`${name} tri`, `tri${n}@school.example`);
    }
    const names: string[] = [];
    let next: string | null = '';
    for (let pages = 0; next !== null && pages < 10; pages += 1) {
      const cursor: string = next ? `&cursor=${next}` : '';
      const page: PeoplePage = await admin.does('GET', `/admin/people?search=tri&limit=1${cursor}`);
      names.push(...page.items.map(({ displayName }) => displayName));
      next = page.next;
      // Where a page ended stays known when the person who ended it goes.
      if (pages === 0) {
        await admin.does('DELETE', `/admin/people/${page.items[0]?.id}?collections=keep`);
      }
    }
    expect(names).toEqual(['Éa tri', 'Eb tri', 'éc tri', 'Ed tri']);
    const newest = await finds('search=tri&sort=newest&limit=2');
    expect(newest.map(({ displayName }) => displayName)).toEqual(['Ed tri', 'éc tri']);
    for (const cursor of ['x', 'x'.repeat(36), 'x'.repeat(999)]) {
      expect(await admin.call('GET', `/admin/people?cursor=${cursor}`)).toMatchObject({
        status: 400,
      });
    }
  });

  it('filters by role, state and class', async () => {
    const teacher = await school.hasA('teacher');
    const pupil = await school.hasA('student');
    const { person } = await makes('Filtre', 'filtre@school.example', 'teacher');
    await admin.does('PATCH', `/admin/people/${person.id}`, { disabled: true });
    await formsAClass(school, '5e Z', teacher, [pupil]);
    const ids = async (query: string) => (await finds(query)).map(({ id }) => id);
    expect(await ids('state=disabled')).toEqual([person.id]);
    expect(await ids('role=teacher&state=active')).toEqual(
      expect.arrayContaining([teacher.me.id]) as string[],
    );
    expect(await ids('role=student')).not.toContain(teacher.me.id);
    const [{ id: classId } = { id: '' }] = await school.database.query<{ id: string }[]>(
      `SELECT id FROM class WHERE name = '5e Z'`,
    );
    const inside = await finds(`classId=${classId}`);
    expect(inside.map(({ id }) => id).sort()).toEqual([teacher.me.id, pupil.me.id].sort());
    expect(inside[0]?.classes).toEqual([{ id: classId, name: '5e Z' }]);
  });

  it('closes the screens of who is disabled, gets another role or is signed out', async () => {
    for (const [path, body, because] of [
      ['', { disabled: true }, 'account-disabled'],
      ['', { role: 'teacher' }, 'role-changed'],
      ['/sign-out', undefined, 'signed-out'],
      ['/first-password', undefined, 'password-changed'],
    ] as const) {
      const person = await school.hasA('student');
      const screen = await person.connects();
      const method = path === '' ? 'PATCH' : 'POST';
      await admin.does(method, `/admin/people/${person.me.id}${path}`, body);
      expect(await screen.hears('bye')).toMatchObject({ reason: 'session-ended', because });
      expect((await person.call('GET', '/me')).status).toBe(401);
    }
  });

  it('lets nobody in with a password that was given too long ago, until there is a new one', async () => {
    const { person, password, until } = await makes('Tardive', 'tardive@school.example');
    expect(Date.parse(until)).toBeGreaterThan(Date.now() + 59 * DAY_MS);
    expect(person.firstPasswordUntil).toBe(until);
    await school.database.query(
      `UPDATE person SET first_password_until = now() - interval '1 second' WHERE id = $1`,
      [person.id],
    );
    const over = { status: 403, body: { code: 'first-password-over' } };
    const email = 'tardive@school.example';
    expect(await stranger().call('POST', '/auth/login', { email, password })).toMatchObject(over);
    expect(await chooses(email, password, 'my own password')).toMatchObject(over);
    expect((await chooses(email, 'not this one', 'my own password')).status).toBe(401);
    const fresh = await admin.does<FirstPassword>(
      'POST',
      `/admin/people/${person.id}/first-password`,
    );
    expect((await chooses(email, fresh.password, 'my own password')).status).toBe(200);
  });

  it('makes a new password: the old one is of no use', async () => {
    const person = await school.hasA('student');
    const path = `/admin/people/${person.me.id}/first-password`;
    const { password } = await admin.does<FirstPassword>('POST', path);
    await expect(person.signIn()).rejects.toThrow('401');
    expect((await chooses(person.email, password, 'my own password')).status).toBe(200);
    expect(await acts(person.me.id)).toEqual(['person.password-reset']);
  });

  it('is not undone by a password that its owner chooses in the same moment', async () => {
    const person = await school.hasA('student');
    const commit = await resets(person);
    const password = { current: person.password, next: 'a password of mine' };
    const answer = person.call('PATCH', '/me', { password });
    await waitingForLocks(school.database, 1);
    await commit();
    expect(await answer).toMatchObject({ status: 422, body: { code: 'wrong-password' } });
    const [standing] = await school.database.query<{ hash: string }[]>(
      'SELECT password_hash AS hash FROM person WHERE id = $1',
      [person.me.id],
    );
    expect(standing?.hash).toBe('another');
  });

  it('lets nobody in by the old password while a new one is being made', async () => {
    const person = await school.hasA('student');
    const commit = await resets(person);
    const { email, password } = person;
    const answer = stranger().call('POST', '/auth/login', { email, password });
    await waitingForLocks(school.database, 1);
    await commit();
    expect((await answer).status).toBe(401);
  });

  it('lets in again who is enabled, and changes names and addresses', async () => {
    const person = await school.hasA('student');
    const path = `/admin/people/${person.me.id}`;
    await admin.does('PATCH', path, { disabled: true });
    await expect(person.signIn()).rejects.toThrow('401');
    const patch = { disabled: false, displayName: 'Neuve', email: 'neuve@school.example' };
    expect(await admin.does('PATCH', path, patch)).toMatchObject({
      displayName: 'Neuve',
      email: 'neuve@school.example',
      disabledAt: null,
    });
    await new Person(school.url, 'neuve@school.example', person.password).signIn();
    expect((await acts(person.me.id)).sort()).toEqual([
      'person.changed',
      'person.disabled',
      'person.enabled',
    ]);
  });

  it('lets nobody take the role or the account from themselves', async () => {
    const own = { status: 409, body: { code: 'own-account' } };
    for (const id of [admin.me.id, admin.me.id.toUpperCase()]) {
      for (const patch of [{ role: 'student' }, { disabled: true }]) {
        expect(await admin.call('PATCH', `/admin/people/${id}`, patch)).toMatchObject(own);
      }
      const erased = await admin.call('DELETE', `/admin/people/${id}?collections=keep`);
      expect(erased).toMatchObject(own);
    }
  });

  it('keeps one of two administrators who put each other out in the same moment', async () => {
    for (const [method, path, body] of [
      ['PATCH', '', { displayName: 'Mis dehors', role: 'teacher' }],
      ['PATCH', '', { disabled: true }],
      ['DELETE', '?collections=keep', undefined],
    ] as const) {
      const pair = [await school.hasA('admin'), await school.hasA('admin')] as const;
      const [one, other] = pair;
      // They hold what both need until both have asked.
      const held = school.database.createQueryRunner();
      await held.startTransaction();
      await held.query('SELECT FROM person WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE', [
        pair.map(({ me }) => me.id),
      ]);
      const asked = [
        one.call(method, `/admin/people/${other.me.id}${path}`, body),
        other.call(method, `/admin/people/${one.me.id}${path}`, body),
      ];
      await waitingForLocks(school.database, 2);
      await held.commitTransaction();
      await held.release();
      const answers = await Promise.all(asked);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
      const standing = await school.database.query<unknown[]>(
        `SELECT FROM person WHERE id = ANY($1) AND role = 'admin' AND disabled_at IS NULL AND display_name <> 'Mis dehors'`,
        [pair.map(({ me }) => me.id)],
      );
      expect(standing).toHaveLength(1);
    }
  });

  it('leaves a name to sign in with when both are taken away in the same moment', async () => {
    const { person } = await admin.does<FirstPassword>('POST', '/admin/people', {
      displayName: 'Deux Noms',
      email: 'deux.noms@example.com',
      login: 'deux.noms',
      role: 'student',
    });
    const held = school.database.createQueryRunner();
    await held.startTransaction();
    await held.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [person.id]);
    const asked = [{ email: null }, { login: null }].map((patch) =>
      admin.call('PATCH', `/admin/people/${person.id}`, patch),
    );
    await waitingForLocks(school.database, 2);
    await held.commitTransaction();
    await held.release();
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('does not know who was never there, nor who stands for the erased', async () => {
    await school.database.query(
      `INSERT INTO person (id, email, display_name, role, password_hash) VALUES ($1, 'nobody@erased.invalid', $2, 'student', '')
       ON CONFLICT DO NOTHING`,
      [NOBODY.id, NOBODY.displayName],
    );
    for (const id of [NOBODY.id, '00000000-0000-4000-8000-000000000000']) {
      for (const [method, path, body] of [
        ['GET', '', undefined],
        ['PATCH', '', { displayName: 'x' }],
        ['POST', '/first-password', undefined],
        ['POST', '/sign-out', undefined],
      ] as const) {
        expect((await admin.call(method, `/admin/people/${id}${path}`, body)).status).toBe(404);
      }
    }
    expect(await finds('search=compte')).toEqual([]);
  });
});
