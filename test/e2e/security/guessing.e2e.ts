import { AttemptsPurge } from '../../../backend/src/platform/attempts/attempts-purge';
import { Person } from '../../support/person';
import { School } from '../../support/school';

const CLASS = 30;
const UNKNOWN = 'BCDF-GHJK';

describe('guessing, with a whole class behind one address', () => {
  let school: School;
  let teacher: Person;
  let pupils: Person[];

  beforeAll(async () => {
    school = await School.open();
    teacher = await school.hasA('teacher');
    pupils = await Promise.all(Array.from({ length: CLASS }, () => school.hasA('student')));
  });
  afterAll(() => school.close());

  const signsIn = (email: string, password: string) =>
    new Person(school.url, email, password).call<{ code: string }>('POST', '/auth/login', {
      email,
      password,
    });

  const count = (statuses: number[]) =>
    Object.fromEntries(
      [...new Set(statuses)].map((status) => [status, statuses.filter((s) => s === status).length]),
    );

  it('passwords locks out who is guessed at, and none of thirty who sign in meanwhile', async () => {
    const { email, password } = await school.hasA('student');
    const burst = Promise.all(
      Array.from({ length: 40 }, (_, n) => signsIn(email, `a wrong guess ${n}`)),
    );
    const [guesses, innocent] = await Promise.all([
      burst,
      Promise.all(pupils.map((pupil) => signsIn(pupil.email, pupil.password))),
    ]);
    expect(count(innocent.map(({ status }) => status))).toEqual({ 200: CLASS });
    expect(count(guesses.map(({ status }) => status))).toEqual({ 401: 5, 429: 35 });
    expect((await signsIn(email, password)).status).toBe(429);
  });

  it('passwords learns nothing from a burst that holds the right one behind five wrong', async () => {
    const { email, password } = await school.hasA('student');
    for (let n = 0; n < 4; n += 1) await signsIn(email, 'wrong');
    const burst = await Promise.all([
      ...Array.from({ length: 10 }, () => signsIn(email, 'wrong')),
      signsIn(email, password),
    ]);
    const wrongTold = burst.filter(({ status }) => status === 401);
    expect(wrongTold).toHaveLength(1);
    expect((await signsIn(email, password)).status).toBe(429);
  });

  it('passwords is not made easier by successes between', async () => {
    const { email, password } = await school.hasA('student');
    const told: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      told.push((await signsIn(email, 'wrong')).status);
      if (n < 4) expect((await signsIn(email, password)).status).toBe(200);
    }
    expect(told).toEqual([401, 401, 401, 401, 401]);
    expect((await signsIn(email, password)).status).toBe(429);
  });

  it('passwords by writing the address in another way counts for the same account', async () => {
    const { email, password } = await school.hasA('student');
    const ways = [email, email.toUpperCase(), ` ${email}`, `${email}\t`, `S${email.slice(1)}`];
    for (const way of ways) expect((await signsIn(way, 'wrong')).status).toBe(401);
    expect((await signsIn(email, password)).status).toBe(429);
  });

  it('does not tell which addresses have an account', async () => {
    const { email } = await school.hasA('student');
    const disabled = await school.hasA('student');
    await school.database.query('UPDATE person SET disabled_at = now() WHERE id = $1', [
      disabled.me.id,
    ]);
    const tries: [string, string][] = [
      [email, 'wrong'],
      ['nobody@school.example', 'wrong'],
      [disabled.email, disabled.password],
    ];
    const series = [];
    for (const [address, password] of tries) {
      const told = [];
      for (let n = 0; n < 6; n += 1) {
        const { status, body } = await signsIn(address, password);
        told.push({ status, code: body.code });
      }
      series.push(told);
    }
    const due = [
      ...Array<object>(5).fill({ status: 401, code: 'wrong-credentials' }),
      { status: 429, code: 'too-many-attempts' },
    ];
    expect(series).toEqual([due, due, due]);
  });

  it('one’s own password from a stolen session is limited, too, also in a burst', async () => {
    const person = await school.hasA('student');
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        person.call('PATCH', '/me', {
          password: { current: `guess ${n}`, next: 'another password' },
        }),
      ),
    );
    expect(count(tries.map(({ status }) => status))).toEqual({ 422: 5, 429: 15 });
    expect((await signsIn(person.email, person.password)).status).toBe(200);
  });

  it('codes locks out the guesser, and none of thirty who import meanwhile', async () => {
    const guesser = await school.hasA('student');
    const { code } = await teacher.shares('Pour tous');
    const guesses = Promise.all(Array.from({ length: 40 }, () => guesser.imports(UNKNOWN)));
    const innocent = await Promise.all(pupils.map((pupil) => pupil.imports(code)));
    expect(count(innocent.map(({ status }) => status))).toEqual({ 201: CLASS });
    expect(count((await guesses).map(({ status }) => status))).toEqual({ 404: 5, 429: 35 });
    expect((await guesser.imports(code)).status).toBe(429);
    expect((await guesser.call('GET', '/collections')).status).toBe(200);
  });

  it('codes by thirty at once leaves each their own five tries', async () => {
    const { code } = await teacher.shares('Après quatre erreurs');
    const told = await Promise.all(
      pupils.map(async (pupil) => {
        const statuses = [];
        for (let n = 0; n < 4; n += 1) {
          statuses.push((await pupil.call('GET', `/share-codes/${UNKNOWN}`)).status);
        }
        return [...statuses, (await pupil.imports(code)).status];
      }),
    );
    expect(told).toEqual(Array(CLASS).fill([404, 404, 404, 404, 201]));
  });

  it('is forgotten once no limit counts it any more', async () => {
    const { email } = await school.hasA('student');
    await signsIn(email, 'wrong');
    const rows = () =>
      school.database.query<unknown[]>('SELECT 1 FROM attempts WHERE cardinality(at) > 0');
    const before = (await rows()).length;
    await school.app.get(AttemptsPurge).run();
    expect(await rows()).toHaveLength(before);
    await school.database.query("UPDATE attempts SET at = ARRAY[now() - interval '25 hours']");
    await school.app.get(AttemptsPurge).run();
    expect(await rows()).toEqual([]);
  });
});
