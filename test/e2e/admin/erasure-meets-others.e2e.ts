import type { Erased, GiftResult, Revocation } from '@cartable/contract';
import { formsAClass } from '../../support/classes';
import { waitingForLocks } from '../../support/locks';
import type { Answer, Person } from '../../support/person';
import { School } from '../../support/school';
import { tracesOf } from '../../support/traces';

/** What is done to a collection that somebody has, and what had to be done before. */
const acts: Record<string, { before?: string[]; act: string }> = {
  hiding: { act: 'hide' },
  restoring: { before: ['hide'], act: 'restore' },
  withdrawing: { act: 'withdraw' },
  undoing: { before: ['withdraw'], act: 'undo' },
};

describe('an erasure that meets others at the same moment', () => {
  let school: School;
  let admin: Person;
  let teacher: Person;
  let pupil: Person;

  beforeAll(async () => {
    school = await School.open();
    admin = await school.hasA('admin');
    teacher = await school.hasA('teacher');
  });
  beforeEach(async () => (pupil = await school.hasA('student')));
  afterAll(() => school.close());

  const erases = (person: Person, by = admin) =>
    by.call<Erased>('DELETE', `/admin/people/${person.me.id}?collections=keep`);
  const makes = (person: Person) => person.call('POST', '/collections', { title: 'À peine' });

  /** Calls that an administrator makes about one collection. */
  function about({ code, collection: { id } }: Awaited<ReturnType<Person['shares']>>) {
    let withdrawn: string | undefined;
    const calls: Record<string, () => Promise<Answer>> = {
      hide: () => admin.call('POST', `/admin/content/${id}/hide`, { reason: 'douteuse' }),
      restore: () => admin.call('POST', `/admin/content/${id}/restore`),
      withdraw: async () => {
        const body = { reason: 'partie', withdraw: true };
        const answer = await admin.call<Revocation>(
          'POST',
          `/admin/codes/${code}/revocation`,
          body,
        );
        withdrawn = answer.body.withdrawal?.id;
        return answer;
      },
      undo: () => admin.call('POST', `/admin/codes/withdrawals/${withdrawn}/undo`),
    };
    return async (name: string) => (await calls[name]?.()) as Answer;
  }

  /** Nobody of them is anywhere any more but in the audit, which keeps ids; all others' streams are 1 … N. */
  async function expectGone(...gone: Person[]) {
    const ids = gone.map(({ me }) => me.id);
    const traces = await tracesOf(school.database, ids);
    expect(traces.filter((trace) => !trace.startsWith('audit_entry'))).toEqual([]);
    const broken = await school.database.query<unknown[]>(
      `SELECT s.user_id FROM user_stream AS s LEFT JOIN user_event AS e USING (user_id)
       GROUP BY s.user_id, s.last_seq
       HAVING count(e.seq) <> s.last_seq OR COALESCE(max(e.seq), 0) <> s.last_seq`,
    );
    expect(broken).toEqual([]);
  }

  async function deadlocks(): Promise<number | undefined> {
    const [seen] = await school.database.query<{ deadlocks: number }[]>(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    );
    return seen?.deadlocks;
  }

  /** `first` comes to the person's stream, or to what leads there, before `second`; neither gets further until both wait. */
  async function inLine<A, B>(person: Person, first: () => Promise<A>, second: () => Promise<B>) {
    const before = await deadlocks();
    const holding = school.database.createQueryRunner();
    await holding.startTransaction();
    await holding.query('SELECT FROM user_stream WHERE user_id = $1 FOR UPDATE', [person.me.id]);
    const one = first();
    await waitingForLocks(school.database, 1);
    const other = second();
    await waitingForLocks(school.database, 2);
    await holding.commitTransaction();
    await holding.release();
    const answers = await Promise.all([one, other]);
    expect(await deadlocks()).toBe(before);
    return answers;
  }

  it('comes after an import', async () => {
    const { code } = await teacher.shares('Avant');
    const [imported, erased] = await inLine(
      pupil,
      () => pupil.imports(code),
      () => erases(pupil),
    );
    expect([imported.status, erased.status]).toEqual([201, 200]);
    await expectGone(pupil);
  });

  it('comes before an import, which is not counted', async () => {
    const { code, collection } = await teacher.shares('Après');
    const [erased, imported] = await inLine(
      pupil,
      () => erases(pupil),
      () => pupil.imports(code),
    );
    expect([erased.status, imported.status]).toEqual([200, 404]);
    expect(await teacher.does('GET', `/collections/${collection.id}/share-codes`)).toMatchObject({
      items: [{ uses: 0 }],
    });
    await expectGone(pupil);
  });

  it.each([
    ['before', 1],
    ['after', 2],
  ])('comes %s a gift to the class, which reaches the others', async (when, given) => {
    const others = await school.hasA('student');
    const classId = await formsAClass(school, `Classe ${when}`, teacher, [pupil, others]);
    const { id } = await teacher.makes('Cadeau');
    const gives = () => teacher.call<GiftResult>('POST', `/collections/${id}/gifts`, { classId });
    const [gift, erased] =
      when === 'after'
        ? await inLine(pupil, gives, () => erases(pupil))
        : (await inLine(pupil, () => erases(pupil), gives)).reverse();
    expect(erased?.status).toBe(200);
    expect(gift).toMatchObject({ status: 200, body: { given, had: 0 } });
    await expectGone(pupil);
  });

  describe.each(Object.entries(acts))('%s', (_, { before = [], act }) => {
    it.each(['before', 'after'])('comes %s it', async (when) => {
      const shared = await teacher.shares('Disputée');
      await pupil.imports(shared.code);
      const calls = about(shared);
      for (const name of before) await calls(name);
      const [one, other] =
        when === 'before'
          ? await inLine(
              pupil,
              () => erases(pupil),
              () => calls(act),
            )
          : await inLine(
              pupil,
              () => calls(act),
              () => erases(pupil),
            );
      expect([one.status, other.status].every((status) => status < 300)).toBe(true);
      await expectGone(pupil);
    });
  });

  it('takes along what its person made in that moment', async () => {
    const [made, erased] = await inLine(
      pupil,
      () => makes(pupil),
      () => erases(pupil),
    );
    expect(made.status).toBe(201);
    expect(erased).toMatchObject({ status: 200, body: { withdrawn: 1 } });
    await expectGone(pupil);
  });

  it('leaves nothing for its person to make', async () => {
    const [erased, made] = await inLine(
      pupil,
      () => erases(pupil),
      () => makes(pupil),
    );
    expect([erased.status, made.status]).toEqual([200, 404]);
    await expectGone(pupil);
  });

  it('stands in a storm', async () => {
    const other = await school.hasA('admin');
    const answers: Answer[] = [];
    const inTurn = async (...calls: (() => Promise<Answer>)[]) => {
      for (const call of calls) answers.push(await call());
    };
    for (let round = 0; round < 2; round += 1) {
      const leaving = await school.hasA('teacher');
      const pupils = await Promise.all(Array.from({ length: 10 }, () => school.hasA('student')));
      const shared = await Promise.all(
        [teacher, teacher, leaving, leaving].map((by, n) => by.shares(`Tempête ${round}.${n}`)),
      );
      const more = await Promise.all([1, 2, 3].map((n) => teacher.shares(`Encore ${round}.${n}`)));
      for (const { code } of shared) {
        await Promise.all(pupils.map((one) => inTurn(() => one.imports(code))));
      }
      const [hidden, withdrawn, both] = shared.map(about);
      const does = (calls: typeof hidden, ...names: string[]) =>
        inTurn(...names.map((name) => async () => (await calls?.(name)) as Answer));
      await Promise.all([
        inTurn(...pupils.slice(0, 4).map((one) => () => erases(one))),
        inTurn(
          ...[...pupils.slice(4, 6), leaving, ...pupils.slice(6, 8)].map(
            (one) => () => erases(one, other),
          ),
        ),
        ...pupils.map((one) =>
          inTurn(
            ...more.map(
              ({ code }) =>
                () =>
                  one.imports(code),
            ),
          ),
        ),
        ...pupils.map((one) =>
          inTurn(
            () => one.call('PATCH', '/me', { locale: 'en' }),
            () => one.call('POST', '/auth/login', { email: one.email, password: one.password }),
            () => one.call('POST', '/auth/refresh'),
            () => one.call('GET', '/me'),
          ),
        ),
        inTurn(...[1, 2, 3].map(() => () => makes(leaving))),
        does(hidden, 'hide', 'restore', 'hide', 'restore', 'hide', 'restore'),
        does(withdrawn, 'withdraw', 'undo'),
        does(both, 'hide', 'withdraw', 'restore', 'undo'),
      ]);
      await expectGone(leaving, ...pupils.slice(0, 8));
    }
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  }, 60_000);
});
