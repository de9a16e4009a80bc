import { Person } from '../support/person';
import { School } from '../support/school';

describe('share codes', () => {
  let school: School;
  let teacher: Person;

  beforeAll(async () => {
    school = await School.open();
    teacher = await school.hasA('teacher');
  });
  afterAll(() => school.close());

  const unknown = 'BCDF-GHJK';

  it('are only for teachers to make', async () => {
    const student = await school.hasA('student');
    const own = await student.makes('À moi');
    expect(await student.call('POST', `/collections/${own.id}/share-codes`, {})).toMatchObject({
      status: 403,
    });
  });

  it('show what they open, however they are typed', async () => {
    const student = await school.hasA('student');
    const { code } = await teacher.shares('Les volcans', { message: 'Pour jeudi' });
    for (const typed of [code, code.toLowerCase().replace('-', ''), code.replace('-', ' ')]) {
      expect(await student.does('GET', `/share-codes/${encodeURIComponent(typed)}`)).toEqual({
        code,
        title: 'Les volcans',
        description: '',
        cardCount: 1,
        teacher: teacher.me.displayName,
        message: 'Pour jeudi',
        collectionId: null,
      });
    }
  });

  it('that are unknown, expired or revoked get one and the same answer', async () => {
    const student = await school.hasA('student');
    const [expired, revoked] = [await teacher.shares('Périmé'), await teacher.shares('Révoqué')];
    await school.database.query(
      "UPDATE share_code SET expires_at = now() - interval '1 second' WHERE code = $1",
      [expired.code.replace('-', '')],
    );
    await teacher.does('DELETE', `/share-codes/${revoked.code}`);
    const answers = [];
    for (const code of [unknown, expired.code, revoked.code])
      answers.push(await student.imports(code));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('that are over still open what one has', async () => {
    const student = await school.hasA('student');
    const { code, collection } = await teacher.shares('Gardée');
    await student.imports(code);
    await teacher.does('DELETE', `/share-codes/${code}`);
    expect(await student.imports(code)).toMatchObject({
      status: 200,
      body: { collection: { id: collection.id } },
    });
  });

  it('can’t be guessed: five wrong a minute for one account, whatever succeeds between', async () => {
    const student = await school.hasA('student');
    const { code } = await teacher.shares('Trouvable');
    for (let n = 0; n < 5; n += 1) {
      expect((await student.call('GET', `/share-codes/${unknown}`)).status).toBe(404);
      if (n === 2) expect((await student.imports(code)).status).toBe(201);
    }
    const refused = await student.imports(code);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await (await school.hasA('student')).imports(code)).status).toBe(201);
  });

  it('lets no burst of guesses slip past the count', async () => {
    const student = await school.hasA('student');
    const answers = await Promise.all(Array.from({ length: 40 }, () => student.imports(unknown)));
    const counts = [404, 429].map(
      (status) => answers.filter((answer) => answer.status === status).length,
    );
    expect(counts).toEqual([5, 35]);
  });
});
