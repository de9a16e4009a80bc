import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Trimming, TRIMMING_LOCK } from '../../backend/src/platform/journal/trimming';
import { JournalService } from '../../backend/src/platform/journal/journal.service';
import { Person } from '../support/person';
import { School } from '../support/school';

/** Streams in which `trimmed_seq + 1 … last_seq` are not all there, or something else is. */
const WRONG_STREAMS = `
  SELECT s.user_id FROM user_stream AS s LEFT JOIN user_event AS e ON e.user_id = s.user_id
  GROUP BY s.user_id HAVING count(e.seq) <> s.last_seq - s.trimmed_seq
    OR min(e.seq) <> s.trimmed_seq + 1 OR max(e.seq) <> s.last_seq`;

const DANGLING = `
  SELECT e.seq FROM user_event AS e LEFT JOIN event_body AS b ON b.key = e.body_key
  WHERE e.body_key IS NOT NULL AND b.key IS NULL`;

describe('trimming the journal', () => {
  let school: School;
  let teacher: Person;
  let student: Person;

  beforeAll(async () => {
    school = await School.open();
    teacher = await school.hasA('teacher');
  });
  beforeEach(async () => {
    student = await school.hasA('student');
  });
  afterAll(() => school.close());

  const trim = () => school.app.get(Trimming).trim();
  const rows = <T>(query: string, values: unknown[] = []) =>
    school.database.query<T[]>(query, values);
  const stream = async (person: Person) =>
    (await person.does<{ stream: { epoch: string; seq: number } }>('GET', '/collections')).stream;
  const titles = async (person: Person) =>
    (await person.does<{ items: { title: string }[] }>('GET', '/collections')).items.map(
      ({ title }) => title,
    );
  const kept = async () => {
    const inOrder = 'SELECT seq FROM user_event WHERE user_id = $1 ORDER BY seq';
    return (await rows<{ seq: number }>(inOrder, [student.me.id])).map(({ seq }) => seq);
  };
  const bodies = async (key: string) =>
    (await rows('SELECT 1 FROM event_body WHERE key = $1', [key])).length;

  /** Makes it as if the person's events up to `seq` were from before what is kept. */
  const ages = (personId: string, seq: number) =>
    rows(
      `UPDATE user_event SET at = at - interval '31 days'
       WHERE user_id = $1 AND seq <= $2 AND at > now() - interval '1 day'`,
      [personId, seq],
    );

  const importsTitles = async (...names: string[]) => {
    for (const name of names) await student.imports((await teacher.shares(name)).code);
  };

  /** Appends an event whose body, under `key`, is shared; `held` may keep the transaction open. */
  const appends = (
    to: string[],
    key: string,
    held: () => Promise<unknown> = () => Promise.resolve(),
  ) =>
    school.app.get(JournalService).transaction(async (tx) => {
      const collectionId = '00000000-0000-4000-8000-000000000001';
      await tx.append({
        name: 'collectionRemoved',
        to,
        data: {},
        shared: { key, data: { collectionId, title: 'Les volcans', by: 'Ada', reason: 'left' } },
      });
      await held();
    });

  it('deletes what is older than is kept, of one person’s stream and no other', async () => {
    await importsTitles('a', 'b', 'c');
    await ages(student.me.id, 2);
    const others = await rows('SELECT 1 FROM user_event WHERE user_id <> $1', [student.me.id]);
    expect(await trim()).toMatchObject({ events: 2 });
    expect(await kept()).toEqual([3]);
    expect(await rows('SELECT 1 FROM user_event WHERE user_id <> $1', [student.me.id])).toEqual(
      others,
    );
    expect(await rows(WRONG_STREAMS)).toEqual([]);
  });

  it('resets a device from before the cut, which then has everything, and replays to one from after it', async () => {
    await importsTitles('a', 'b', 'c', 'd');
    const { epoch, seq } = await stream(student);
    await ages(student.me.id, 2);
    await trim();
    const old = await student.connects({ epoch, last: 1 });
    const recent = await student.connects({ epoch, last: 2 });
    expect(await old.hears('reset')).toEqual({ epoch, seq });
    expect((await titles(student)).sort()).toEqual(['a', 'b', 'c', 'd']);
    await recent.hears('newCollection', ({ data }) => data.seq === seq);
    expect(recent.heard.map(({ data }) => data.seq)).toEqual([3, 4]);
    await importsTitles('e');
    await old.hears('newCollection');
    expect(old.heard.map(({ name, data }) => [name, data.seq])).toEqual([
      ['reset', seq],
      ['newCollection', seq + 1],
    ]);
  });

  it('numbers on from where it was when all of a stream is gone', async () => {
    await importsTitles('a', 'b');
    const { epoch, seq } = await stream(student);
    await ages(student.me.id, seq);
    await trim();
    const upToDate = await student.connects({ epoch, last: seq });
    await importsTitles('c');
    await upToDate.hears('newCollection');
    expect(upToDate.seqs).toEqual([seq + 1]);
  });

  it('ends the notification list at the cut, and the library nowhere', async () => {
    await importsTitles('a', 'b', 'c');
    await ages(student.me.id, 2);
    await trim();
    const { items } = await student.does<{ items: { title: string }[] }>('GET', '/notifications');
    expect(items.map(({ title }) => title)).toEqual(['c']);
    expect((await titles(student)).sort()).toEqual(['a', 'b', 'c']);
  });

  it('goes by the place in the stream where a clock was wrong: no gap comes about', async () => {
    await importsTitles('a', 'b', 'c');
    await rows(
      `UPDATE user_event SET at = at - interval '31 days' WHERE user_id = $1 AND seq IN (1, 3)`,
      [student.me.id],
    );
    await trim();
    expect(await kept()).toEqual([2, 3]);
    expect(await rows(WRONG_STREAMS)).toEqual([]);
  });

  it('takes a long stream in steps', async () => {
    for (let n = 0; n < 12; n += 1) {
      await Promise.all(
        Array.from({ length: 100 }, () => appends([student.me.id], 'body of a long stream')),
      );
    }
    await ages(student.me.id, 1_190);
    expect(await trim()).toMatchObject({ events: 1_190 });
    expect(await rows(WRONG_STREAMS)).toEqual([]);
  });

  it('is done once by two instances that come to it together', async () => {
    const other = await school.another();
    await importsTitles('a', 'b');
    await ages(student.me.id, 2);
    const results = await Promise.all([trim(), other.app.get(Trimming).trim()]);
    expect(results.reduce((sum, result) => sum + (result?.events ?? 0), 0)).toBe(2);
    expect(await rows(WRONG_STREAMS)).toEqual([]);
  });

  it('is left to the instance that is at it', async () => {
    const other = school.database.createQueryRunner();
    await other.query('SELECT pg_advisory_lock($1)', [TRIMMING_LOCK]);
    expect(await trim()).toBeNull();
    await other.query('SELECT pg_advisory_unlock($1)', [TRIMMING_LOCK]);
    await other.release();
    expect(await trim()).not.toBeNull();
  });

  it('removes a body with the last event that refers to it', async () => {
    const friend = await school.hasA('student');
    const key = `body ${randomUUID()}`;
    await appends([student.me.id, friend.me.id], key);
    await ages(student.me.id, 1);
    await trim();
    expect(await bodies(key)).toBe(1);
    await ages(friend.me.id, 1);
    await trim();
    expect(await bodies(key)).toBe(0);
  });

  it('leaves a body that somebody has just found and is about to refer to', async () => {
    const friend = await school.hasA('student');
    const key = `body ${randomUUID()}`;
    await appends([friend.me.id], key);
    await ages(friend.me.id, 1);
    await appends([student.me.id], key, trim);
    expect(await bodies(key)).toBe(1);
    expect(await rows(DANGLING)).toEqual([]);
    await ages(student.me.id, 1);
    await trim();
    expect(await bodies(key)).toBe(0);
  });

  it('never leaves a gap or an event without its body, whatever is appended meanwhile', async () => {
    const people = [student, await school.hasA('student'), await school.hasA('student')].map(
      ({ me }) => me.id,
    );
    const [person, key] = [fc.nat({ max: 2 }), fc.constantFrom('v', 'w', 'x', 'y')];
    const append = fc.record({ to: fc.uniqueArray(person, { minLength: 1 }), key });
    const age = fc.record({ butLast: fc.nat({ max: 2 }) });
    const step = fc.oneof({ weight: 3, arbitrary: append }, { weight: 1, arbitrary: age });
    let isOver = false;
    const looks = async () => {
      while (!isOver) expect([await rows(WRONG_STREAMS), await rows(DANGLING)]).toEqual([[], []]);
    };
    let bodiesGone = 0;
    const trims = async () => {
      while (!isOver) bodiesGone += (await trim())?.bodies ?? 0;
    };
    const does = async (one: { to: number[]; key: string } | { butLast: number }) => {
      if ('to' in one) {
        const to = one.to.map((n) => people[n] ?? '');
        return appends(to, one.key);
      }
      const heads = await rows<{ id: string; seq: number }>(
        'SELECT user_id AS id, last_seq AS seq FROM user_stream WHERE user_id = ANY($1)',
        [people],
      );
      for (const { id, seq } of heads) await ages(id, seq - one.butLast);
    };
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 25 }),
      async (steps) => void (await Promise.all(steps.map(does))),
    );
    // Until bodies have gone in the midst of it: before that nothing is shown.
    const appends100Times = async () => {
      do await fc.assert(property, { numRuns: 100, seed: 3 });
      while (bodiesGone === 0);
    };
    const appending = appends100Times().finally(() => (isOver = true));
    await Promise.all([appending, looks(), trims()]);
  }, 60_000);
});
