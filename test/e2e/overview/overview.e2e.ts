import type { ActivityHistory, AuditPage, Overview } from '@cartable/contract';
import { ActivityLedger } from '../../../backend/src/platform/activity/activity-ledger';
import { Device } from '../../support/device';
import { waitingForLocks } from '../../support/locks';
import { Person } from '../../support/person';
import { School } from '../../support/school';

type Told = Overview & Record<string, unknown>;

describe('the overview', () => {
  let school: School;
  let admin: Person;
  let teacher: Person;

  beforeAll(async () => {
    school = await School.open();
    admin = await school.hasA('admin');
    teacher = await school.hasA('teacher');
  });
  afterAll(() => school.close());

  const watches = (screen: Device, overview = true): Promise<unknown> =>
    screen.socket.timeout(5_000).emitWithAck('watch', { overview });
  const tells = (screen: Device, matches: (told: Overview) => boolean): Promise<unknown> =>
    screen.hears('overview', ({ data }) => matches(data as unknown as Told));

  it('moves while somebody imports, and counts each person once', async () => {
    const student = await school.hasA('student');
    const { code } = await teacher.shares('Les volcans');
    const screens = [await student.connects(), await student.connects()];
    const looking = await admin.connects();
    await watches(looking);
    await tells(looking, ({ people, sockets }) => people.student === 1 && sockets === 3);
    await student.imports(code);
    await student.call('GET', '/share-codes/BBBBBBBB');
    screens[0]?.socket.emit('seen', { delayMs: 80 });
    await tells(
      looking,
      ({ counts, delays, minutes }) =>
        counts.imports === 1 &&
        counts.events === 2 &&
        counts.wrongCodes === 1 &&
        delays.samples === 1 &&
        minutes.some(({ imports }) => imports === 1),
    );
    for (const screen of screens) screen.close();
    await tells(looking, ({ people }) => people.student === 0);
  });

  it('sums up all servers, and tells of each', async () => {
    const other = await school.another();
    const student = await school.hasA('student');
    const there = await Device.connect(other.url, { token: student.token });
    const here = await student.connects();
    const looking = await admin.connects();
    await watches(looking);
    await tells(looking, ({ instances, people }) => instances.length === 2 && people.student === 1);
    there.close();
    here.close();
    await other.stop();
    await tells(looking, ({ instances }) => instances.length === 1);
  });

  it('is told to who looks, and no longer', async () => {
    const looking = await admin.connects();
    const elsewhere = await admin.connects();
    await watches(looking);
    await tells(looking, () => true);
    await watches(looking, false);
    const heard = looking.heard.length;
    const again = await admin.connects();
    await watches(again);
    await tells(again, () => true);
    await looking.settled();
    expect(looking.heard).toHaveLength(heard);
    expect(elsewhere.heard.map(({ name }) => name)).not.toContain('overview');
  });

  it.each(['student', 'teacher'] as const)(
    'is not told to a %s, and that they asked is written down once',
    async (role) => {
      const person = await school.hasA(role);
      const screen = await person.connects();
      for (let n = 0; n < 2; n += 1) {
        expect(await watches(screen)).toMatchObject({ code: 'forbidden' });
      }
      const { items } = await admin.does<AuditPage>('GET', `/admin/audit?actor=${person.me.id}`);
      expect(items.filter(({ act }) => act === 'access.refused')).toMatchObject([
        { details: { asked: 'socket watch' }, address: '127.0.0.1' },
      ]);
    },
  );

  it('is asked for in one way only', async () => {
    const { socket } = await admin.connects();
    expect(await socket.timeout(5_000).emitWithAck('watch', { everything: true })).toMatchObject({
      code: 'validation-failed',
    });
  });

  it('counts one delay a second of a screen, whatever it says', async () => {
    const screen = await (await school.hasA('student')).connects();
    const before = (await admin.does<Overview>('GET', '/admin/overview')).delays.samples;
    for (let n = 0; n < 5; n += 1) screen.socket.emit('seen', { delayMs: 1 });
    for (const delayMs of [-1, 1e9, '1', null]) screen.socket.emit('seen', { delayMs });
    await screen.settled();
    const looking = await admin.connects();
    await watches(looking);
    await tells(looking, ({ delays }) => delays.samples === before + 1);
  });

  it('keeps a history by minute and by hour, to which every server adds', async () => {
    const other = await school.another();
    const { code } = await teacher.shares('Les séismes');
    const importing = async (url: string) => {
      const student = await school.hasA('student');
      await new Person(url, student.email, student.password)
        .signIn()
        .then((one) => one.imports(code));
    };
    const before = await admin.does<ActivityHistory>('GET', '/admin/overview/history');
    await importing(school.url);
    await importing(other.url);
    for (const { app } of [school, other]) await app.get(ActivityLedger).write();
    const after = await admin.does<ActivityHistory>('GET', '/admin/overview/history');
    const imports = (buckets: ActivityHistory['hours']) =>
      buckets.reduce((sum, bucket) => sum + bucket.imports, 0);
    expect(imports(after.hours) - imports(before.hours)).toBeGreaterThanOrEqual(2);
    expect(imports(after.minutes)).toBe(imports(after.hours));
  });

  it('counts what is let finish while a server stops', async () => {
    const other = await school.another();
    const { code, collection } = await teacher.shares('Les marées');
    const { email, password } = await school.hasA('student');
    const student = await new Person(other.url, email, password).signIn();
    const screen = await student.connects();
    const imports = async () => {
      const { hours } = await admin.does<ActivityHistory>('GET', '/admin/overview/history');
      return hours.reduce((sum, bucket) => sum + bucket.imports, 0);
    };
    const held = school.database.createQueryRunner();
    await held.startTransaction();
    await held.query('SELECT FROM collection WHERE id = $1 FOR UPDATE', [collection.id]);
    const importing = student.imports(code);
    await waitingForLocks(school.database, 1);
    await school.app.get(ActivityLedger).write();
    const before = await imports();
    const stopping = other.stop();
    await screen.hears('bye');
    await held.commitTransaction();
    await held.release();
    expect((await importing).status).toBe(201);
    await stopping;
    expect(await imports()).toBe(before + 1);
  });

  it('loses nothing that could not be written, and counts nothing twice', async () => {
    const ledger = school.app.get(ActivityLedger);
    const wrongCodes = async () => {
      const { minutes, hours } = await admin.does<ActivityHistory>(
        'GET',
        '/admin/overview/history',
      );
      return [minutes, hours].map((buckets) =>
        buckets.reduce((sum, bucket) => sum + bucket.wrongCodes, 0),
      );
    };
    await ledger.write();
    const [minute, hour] = (await wrongCodes()) as [number, number];
    await school.database.query('ALTER TABLE activity_hour RENAME TO away');
    await (await school.hasA('student')).call('GET', '/share-codes/BBBBBBBB');
    await ledger.write();
    // While the table is away: once it is back, the server itself may write at any moment.
    const kept = 'SELECT coalesce(sum(wrong_codes), 0)::int AS sum FROM away';
    expect(await school.database.query(kept)).toEqual([{ sum: hour }]);
    await school.database.query('ALTER TABLE away RENAME TO activity_hour');
    await ledger.write();
    expect(await wrongCodes()).toEqual([minute + 1, hour + 1]);
  });
});
