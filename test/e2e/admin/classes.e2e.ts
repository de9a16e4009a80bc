import type { AdminClassPage, AdminClassWithMembers } from '@cartable/contract';
import { waitingForLocks } from '../../support/locks';
import { Person } from '../../support/person';
import { School } from '../../support/school';

const NO_ONE = '00000000-0000-4000-8000-000000000000';

describe('the room of classes', () => {
  let school: School;
  let admin: Person;
  beforeAll(async () => {
    school = await School.open();
    admin = await school.hasA('admin');
  });
  afterAll(() => school.close());

  const makes = (name: string) =>
    admin.does<AdminClassWithMembers>('POST', '/admin/classes', { name });
  const reads = (id: string) => admin.does<AdminClassWithMembers>('GET', `/admin/classes/${id}`);
  const names = async (query = '') =>
    (await admin.does<AdminClassPage>('GET', `/admin/classes?${query}`)).items.map(
      ({ name }) => name,
    );

  it('makes a class, fills it, and its teacher sees it', async () => {
    const { id } = await makes('4e B');
    const [teacher, pupil] = [await school.hasA('teacher'), await school.hasA('student')];
    for (const { me } of [teacher, pupil, pupil]) {
      await admin.does('PUT', `/admin/classes/${id}/members/${me.id}`);
    }
    expect(await reads(id)).toMatchObject({
      size: 1,
      pupils: [{ id: pupil.me.id }],
      teachers: [{ id: teacher.me.id }],
    });
    expect(await teacher.does('GET', '/classes')).toMatchObject({ items: [{ name: '4e B' }] });
    for (let twice = 0; twice < 2; twice += 1) {
      await admin.does('DELETE', `/admin/classes/${id}/members/${pupil.me.id}`);
    }
    expect(await reads(id)).toMatchObject({ size: 0, pupils: [] });
    const acts = await school.database.query<{ act: string }[]>(
      `SELECT act FROM audit_entry WHERE subject_id = $1 ORDER BY at, act`,
      [id],
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'class.created',
      'class.member-added',
      'class.member-added',
      'class.member-removed',
    ]);
  });

  it('gives a name to one class of a year, however it is written', async () => {
    const { id } = await makes('Théâtre');
    for (const name of ['Théâtre', 'theatre', 'THÉÂTRE']) {
      expect(await admin.call('POST', '/admin/classes', { name })).toMatchObject({
        status: 409,
        body: { code: 'class-name-taken' },
      });
    }
    await admin.does('PATCH', `/admin/classes/${id}`, { archived: true });
    const next = await makes('Théâtre');
    expect(await admin.call('PATCH', `/admin/classes/${id}`, { archived: false })).toMatchObject({
      status: 409,
    });
    await admin.does('PATCH', `/admin/classes/${next.id}`, { name: 'Théâtre 2' });
    expect(await admin.does('PATCH', `/admin/classes/${id}`, { archived: false })).toMatchObject({
      archivedAt: null,
    });
  });

  it('makes one class of those that are made at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => admin.call('POST', '/admin/classes', { name: 'Course' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201,
      ...Array<number>(7).fill(409),
    ]);
  });

  it('takes an archived class from its teacher, and its pupils keep what they have', async () => {
    const { id } = await makes('3e A');
    const [teacher, pupil] = [await school.hasA('teacher'), await school.hasA('student')];
    for (const { me } of [teacher, pupil]) {
      await admin.does('PUT', `/admin/classes/${id}/members/${me.id}`);
    }
    const { id: collectionId } = await teacher.makes('Pour la 3e A');
    await teacher.does('POST', `/collections/${collectionId}/gifts`, { classId: id });
    await admin.does('PATCH', `/admin/classes/${id}`, { archived: true });
    expect(await teacher.does('GET', '/classes')).toEqual({ items: [] });
    expect((await pupil.call('GET', `/collections/${collectionId}`)).status).toBe(200);
    expect(await names('state=archived')).toContain('3e A');
    expect(await names()).not.toContain('3e A');
  });

  it('takes in who gets another role in that moment, as what they are then', async () => {
    const person = await school.hasA('student');
    const { id } = await makes('Rôles');
    const held = school.database.createQueryRunner();
    await held.startTransaction();
    await held.query(`UPDATE person SET role = 'teacher' WHERE id = $1`, [person.me.id]);
    const adding = admin.call('PUT', `/admin/classes/${id}/members/${person.me.id}`);
    await waitingForLocks(school.database, 1);
    await held.commitTransaction();
    await held.release();
    expect((await adding).status).toBeLessThan(300);
    expect((await reads(id)).teachers.map((one) => one.id)).toEqual([person.me.id]);
  });

  it('lets nobody into a class that is archived', async () => {
    const { id } = await makes('2de 4');
    const pupil = await school.hasA('student');
    const path = `/admin/classes/${id}/members/${pupil.me.id}`;
    await admin.does('PATCH', `/admin/classes/${id}`, { archived: true });
    expect(await admin.call('PUT', path)).toMatchObject({
      status: 409,
      body: { code: 'class-archived' },
    });
    expect(await reads(id)).toMatchObject({ size: 0 });
    await admin.does('PATCH', `/admin/classes/${id}`, { archived: false });
    await admin.does('PUT', path);
    expect(await reads(id)).toMatchObject({ size: 1 });
  });

  it('archives all classes of the year in one act, each of them audited', async () => {
    const made = [await makes('Fin A'), await makes('Fin B')];
    const current = await names('limit=500');
    expect(await admin.does('POST', '/admin/classes/archive')).toEqual({
      archived: current.length,
    });
    expect(await names()).toEqual([]);
    const audited = await school.database.query<unknown[]>(
      `SELECT FROM audit_entry WHERE act = 'class.archived' AND actor_id = $1 AND subject_id = ANY($2)`,
      [admin.me.id, made.map(({ id }) => id)],
    );
    expect(audited).toHaveLength(2);
    expect(await admin.does('POST', '/admin/classes/archive')).toEqual({ archived: 0 });
    await admin.does('PATCH', `/admin/classes/${made[0]?.id}`, { archived: false });
    expect(await names()).toEqual(['Fin A']);
  });

  it('takes no name that a file would read as several', async () => {
    for (const name of ['4e A, 4e B', '4e A; 4e B', '4e A|B', '4e A\nB', '4e A\u2028B']) {
      expect(await admin.call('POST', '/admin/classes', { name })).toMatchObject({
        status: 400,
        body: { code: 'validation-failed' },
      });
    }
  });

  it('sorts, finds and pages by name', async () => {
    for (const name of ['Zône 2', 'Zone 1', 'zone 3']) await makes(name);
    expect(await names('search=zon')).toEqual(['Zone 1', 'Zône 2', 'zone 3']);
    expect(await names(`search=${encodeURIComponent('%')}`)).toEqual([]);
    const first = await admin.does<AdminClassPage>('GET', '/admin/classes?search=zone&limit=2');
    expect(await names(`search=zone&limit=2&cursor=${first.next}`)).toEqual(['zone 3']);
    expect((await admin.call('GET', '/admin/classes?cursor=x')).status).toBe(400);
  });

  it('does not know classes and people that are not there', async () => {
    const { id } = await makes('6e C');
    for (const path of [
      `/admin/classes/${NO_ONE}/members/${admin.me.id}`,
      `/admin/classes/${id}/members/${NO_ONE}`,
    ]) {
      expect((await admin.call('PUT', path)).status).toBe(404);
    }
    expect((await admin.call('GET', `/admin/classes/${NO_ONE}`)).status).toBe(404);
    expect((await admin.call('PATCH', `/admin/classes/${NO_ONE}`, { name: 'x' })).status).toBe(404);
  });
});
