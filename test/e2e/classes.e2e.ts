import type { ClassProgress, GiftResult } from '@cartable/contract';
import { formsAClass } from '../support/classes';
import { Person } from '../support/person';
import { School } from '../support/school';

const UNKNOWN = 'BCDF-GHJK';

describe('a class', () => {
  let school: School;
  let teacher: Person;
  let pupils: Person[];
  let stranger: Person;
  let classId: string;

  const someone = (index: number) => pupils[index] as Person;

  beforeAll(async () => {
    school = await School.open();
    teacher = await school.hasA('teacher');
    pupils = [];
    for (let n = 0; n < 4; n += 1) pupils.push(await school.hasA('student'));
    stranger = await school.hasA('student');
    classId = await formsAClass(school, '4e B', teacher, pupils);
  });
  afterAll(() => school.close());

  it('is shown with its members to who teaches it, and to nobody else', async () => {
    const other = await school.hasA('teacher');
    expect(await teacher.does('GET', '/classes')).toEqual({
      items: [{ id: classId, name: '4e B', size: 4 }],
    });
    const whole = await teacher.does<{ pupils: unknown[]; teachers: unknown[] }>(
      'GET',
      `/classes/${classId}`,
    );
    expect(whole.pupils).toHaveLength(4);
    const { id, displayName } = teacher.me;
    expect(whole.teachers).toEqual([{ id, displayName, familyName: null }]);
    expect(await other.does('GET', '/classes')).toEqual({ items: [] });
    expect((await other.call('GET', `/classes/${classId}`)).status).toBe(404);
    expect((await someone(0).call('GET', '/classes')).status).toBe(403);
  });

  it('opens its code to its own, and answers others as if there were none', async () => {
    const { code } = await teacher.shares('Pour la 4e B', { classId });
    const answers = [await stranger.imports(code), await stranger.imports(UNKNOWN)];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [404, answers[1]?.body],
      [404, answers[1]?.body],
    ]);
    expect((await stranger.call('GET', `/share-codes/${code}`)).status).toBe(404);
    expect((await someone(0).imports(code)).status).toBe(201);
  });

  it('shows who is missing to nobody who has left it', async () => {
    const leaver = await school.hasA('teacher');
    await school.database.query(
      `INSERT INTO class_member SELECT $1, id, role FROM person WHERE id = $2`,
      [classId, leaver.me.id],
    );
    const { code } = await leaver.shares('De passage', { classId });
    expect((await leaver.call('GET', `/share-codes/${code}/class`)).status).toBe(200);
    await school.database.query('DELETE FROM class_member WHERE person_id = $1', [leaver.me.id]);
    expect((await leaver.call('GET', `/share-codes/${code}/class`)).status).toBe(404);
  });

  it('counts among its pupils nobody who has another role by now', async () => {
    const admin = await school.hasA('admin');
    const [learner, teaching] = [await school.hasA('student'), await school.hasA('teacher')];
    const id = await formsAClass(school, '5e R', teaching, [learner]);
    for (const [person, role] of [
      [learner, 'teacher'],
      [teaching, 'student'],
    ] as const) {
      await admin.does('PATCH', `/admin/people/${person.me.id}`, { role });
      await person.signIn();
    }
    expect(await learner.does('GET', `/classes/${id}`)).toMatchObject({
      pupils: [{ id: teaching.me.id }],
      teachers: [{ id: learner.me.id }],
    });
  });

  it('lets nobody out of the class slip in while they are taken out of it', async () => {
    const { code } = await teacher.shares('Trop tard', { classId });
    const leaver = await school.hasA('student');
    await school.database.query(`INSERT INTO class_member VALUES ($1, $2, 'student')`, [
      classId,
      leaver.me.id,
    ]);
    await school.database.query('DELETE FROM class_member WHERE person_id = $1', [leaver.me.id]);
    expect((await leaver.imports(code)).status).toBe(404);
  });

  it('keeps a cap exact, however many of it come at once', async () => {
    const { code } = await teacher.shares('Deux places', { classId, maxUses: 2 });
    const answers = await Promise.all(pupils.map((pupil) => pupil.imports(code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
  });

  it('can only be named by who teaches it', async () => {
    const other = await school.hasA('teacher');
    const { id } = await other.makes('À moi');
    const body = { classId };
    expect((await other.call('POST', `/collections/${id}/share-codes`, body)).status).toBe(404);
    expect((await other.call('POST', `/collections/${id}/gifts`, body)).status).toBe(404);
  });

  it('fills on the board: who is missing, and who comes', async () => {
    const { code } = await teacher.shares('Qui manque', { classId });
    const progress = () => teacher.does<ClassProgress>('GET', `/share-codes/${code}/class`);
    expect(await progress()).toMatchObject({ name: '4e B', size: 4, have: 0 });
    const board = await teacher.connects();
    await someone(2).imports(code);
    expect(await board.hears('shareCodeUsed', ({ data }) => data.code === code)).toMatchObject({
      personId: someone(2).me.id,
    });
    const { have, missing } = await progress();
    expect(have).toBe(1);
    expect(missing.map(({ id }) => id)).not.toContain(someone(2).me.id);
    expect(missing).toHaveLength(3);
    const { code: open } = await teacher.shares('Pour tous');
    expect((await teacher.call('GET', `/share-codes/${open}/class`)).status).toBe(404);
  });

  it('is given a collection in one act, each once, however often and from however many screens', async () => {
    const { id } = await teacher.makes('Cadeau');
    const had = someone(1);
    const { code } = await teacher.does<{ code: string }>(
      'POST',
      `/collections/${id}/share-codes`,
      {},
    );
    await had.imports(code);
    const devices = await Promise.all(pupils.map((pupil) => pupil.connects()));
    const gift = () =>
      teacher.does<GiftResult>('POST', `/collections/${id}/gifts`, { classId, message: 'Lisez' });
    const results = await Promise.all([gift(), gift(), gift()]);
    expect(results.map(({ given }) => given).sort()).toEqual([0, 0, 3]);
    expect(results.every(({ given, had: before }) => given + before === 4)).toBe(true);
    for (const [index, device] of devices.entries()) {
      if (index !== 1) {
        const heard = await device.hears('newCollection');
        expect(heard).toMatchObject({ collection: { id }, message: 'Lisez', role: 'follower' });
      }
      await device.settled();
      const news = device.heard.filter(({ name }) => name === 'newCollection');
      expect(news).toHaveLength(index === 1 ? 0 : 1);
    }
    const newcomer = await school.hasA('student');
    await school.database.query(`INSERT INTO class_member VALUES ($1, $2, 'student')`, [
      classId,
      newcomer.me.id,
    ]);
    expect(await gift()).toEqual({ given: 1, had: 4 });
  });
});
