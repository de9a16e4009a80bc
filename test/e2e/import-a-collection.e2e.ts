import { events } from '@cartable/contract';
import { Person } from '../support/person';
import { School } from '../support/school';

describe('importing a collection', () => {
  let school: School;
  let teacher: Person;
  let student: Person;

  beforeAll(async () => {
    school = await School.open();
    [teacher, student] = [await school.hasA('teacher'), await school.hasA('student')];
  });
  afterAll(() => school.close());

  it('shows it on every open device of the pupil, with cards and message', async () => {
    const { code, collection } = await teacher.shares('Les volcans', { message: 'Bon travail !' });
    const [phone, laptop] = [await student.connects(), await student.connects()];
    const answer = await student.imports(code);
    expect(answer.status).toBe(201);
    for (const device of [phone, laptop]) {
      const heard = await device.hears('newCollection');
      const data = events.newCollection.parse(heard);
      expect(data).toMatchObject({
        message: 'Bon travail !',
        role: 'follower',
        collection: { id: collection.id },
      });
      expect(data.collection.cards).toEqual(collection.cards);
      expect(answer.body.collection.cards).toEqual(data.collection.cards);
    }
  });

  it('is on the list afterwards, with the stream head that the list includes', async () => {
    const list = await student.does<{
      items: { title: string; role: string }[];
      stream: { seq: number };
    }>('GET', '/collections');
    expect(list.items).toMatchObject([{ title: 'Les volcans', role: 'follower' }]);
    expect(list.stream.seq).toBe(1);
  });

  it('answers ten double clicks with one entry, one event, one use', async () => {
    const eager = await school.hasA('student');
    const { code, collection } = await teacher.shares('Fractions');
    const device = await eager.connects({ last: 0 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => eager.imports(code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(9).fill(200),
      201,
    ]);
    await device.hears('newCollection');
    await device.settled();
    expect(device.seqs).toEqual([1]);
    const { items } = await teacher.does<{ items: { uses: number }[] }>(
      'GET',
      `/collections/${collection.id}/share-codes`,
    );
    expect(items).toMatchObject([{ uses: 1 }]);
  });

  it('lets exactly 37 of 100 pupils through a cap of 37', async () => {
    const { code, collection } = await teacher.shares('Places limitées', { maxUses: 37 });
    const pupils = await Promise.all(Array.from({ length: 100 }, () => school.hasA('student')));
    const answers = await Promise.all(pupils.map((pupil) => pupil.imports(code)));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect({ imported: count(201), refused: count(409) }).toEqual({ imported: 37, refused: 63 });
    const [row] = await school.database.query<unknown[]>(
      `SELECT (SELECT uses FROM share_code WHERE collection_id = $1) AS uses,
              (SELECT count(*)::int FROM library_entry WHERE collection_id = $1 AND role = 'follower') AS entries,
              (SELECT count(*)::int FROM user_event WHERE body_key LIKE $2) AS events`,
      [collection.id, `collection:${collection.id}:at:%`],
    );
    expect(row).toEqual({ uses: 37, entries: 37, events: 37 });
  });

  it("opens a teacher's own collection and changes nothing", async () => {
    const { code, collection } = await teacher.shares('À moi');
    const answer = await teacher.imports(code);
    expect(answer).toMatchObject({
      status: 200,
      body: { collection: { id: collection.id, role: 'owner' } },
    });
  });

  it('tells the teacher who imported, live', async () => {
    const { code } = await teacher.shares('Au tableau');
    const board = await teacher.connects();
    await student.imports(code);
    expect(await board.hears('shareCodeUsed', ({ data }) => data.code === code)).toMatchObject({
      uses: 1,
      by: student.me.displayName,
    });
    const { items } = await teacher.does<{ items: unknown[] }>('GET', `/share-codes/${code}/uses`);
    expect(items).toMatchObject([{ displayName: student.me.displayName }]);
  });

  it('tells the teacher’s screens that a code was switched off, once', async () => {
    const { code } = await teacher.shares('Plus rien');
    const board = await teacher.connects();
    await teacher.does('DELETE', `/share-codes/${code}`);
    await teacher.does('DELETE', `/share-codes/${code}`);
    expect(await board.hears('shareCodeRevoked')).toMatchObject({ code });
    await board.settled();
    expect(board.heard.filter(({ name }) => name === 'shareCodeRevoked')).toHaveLength(1);
  });

  it('goes on when the gateway fails', async () => {
    const { code } = await teacher.shares('Sans passerelle');
    const device = await student.connects();
    device.socket.io.engine.close();
    expect((await student.imports(code)).status).toBe(201);
  });
});
