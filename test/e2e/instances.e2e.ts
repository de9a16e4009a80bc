import { once } from 'node:events';
import { IncomingMessage, request } from 'node:http';
import { AccountAdministration } from '../../backend/src/accounts/account-administration';
import { HintSender } from '../../backend/src/platform/cluster/hint-sender';
import { CatchUp } from '../../backend/src/realtime/catch-up';
import { Device } from '../support/device';
import { Instance } from '../support/instance';
import { Person } from '../support/person';
import { School } from '../support/school';

/** Everybody speaks HTTP to the first instance; the devices are connected to the other one. */
describe('two instances on one database', () => {
  let school: School;
  let other: Instance;
  let teacher: Person;
  let student: Person;
  const devices: Device[] = [];

  beforeAll(async () => {
    school = await School.open();
    other = await school.another();
    teacher = await school.hasA('teacher');
  });
  beforeEach(async () => {
    student = await school.hasA('student');
  });
  afterEach(() => {
    jest.restoreAllMocks();
    for (const device of devices.splice(0)) device.close();
  });
  afterAll(() => school.close());

  const elsewhere = async (person: Person) => {
    const device = await Device.connect(other.url, { token: person.token, last: 0 });
    devices.push(device);
    return device;
  };
  const withoutLooking = () =>
    jest.spyOn(other.app.get(CatchUp), 'look').mockImplementation(() => undefined);
  const withoutHints = () =>
    jest.spyOn(school.app.get(HintSender), 'send').mockImplementation(() => undefined);
  const stopListening = () =>
    school.database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cartable listen' AND datname = current_database()",
    );

  it('tell each other of events at once', async () => {
    withoutLooking();
    const device = await elsewhere(student);
    const { code, collection } = await teacher.shares('Ailleurs');
    await student.imports(code);
    expect(await device.hears('newCollection')).toMatchObject({
      seq: 1,
      collection: { id: collection.id },
    });
  });

  it('tell each other of ended sessions at once', async () => {
    withoutLooking();
    const device = await elsewhere(student);
    await student.does('POST', '/auth/logout');
    expect(await device.hears('bye')).toEqual({
      reason: 'session-ended',
      retryMs: null,
      because: 'signed-out',
    });
  });

  it('find out for themselves what no hint told of', async () => {
    withoutHints();
    const leaving = await school.hasA('student');
    const [device, another] = [await elsewhere(student), await elsewhere(leaving)];
    const { code } = await teacher.shares('Sans rien dire');
    await student.imports(code);
    await leaving.does('POST', '/auth/logout');
    expect(await device.hears('newCollection')).toMatchObject({ seq: 1 });
    expect(await another.hears('bye')).toMatchObject({ because: 'signed-out' });
  }, 15_000);

  it('miss nothing while their ear was cut off, and listen again', async () => {
    const device = await elsewhere(student);
    await stopListening();
    await student.imports((await teacher.shares('Coupé')).code);
    await device.hears('newCollection', ({ data }) => data.seq === 1);
    withoutLooking();
    await student.imports((await teacher.shares('Recousu')).code);
    await device.hears('newCollection', ({ data }) => data.seq === 2);
    expect(device.seqs).toEqual([1, 2]);
  }, 15_000);

  const changesPassword = () =>
    student.does<void>('PATCH', '/me', {
      password: { current: student.password, next: 'a new and better one' },
    });
  const administration = () => school.app.get(AccountAdministration);
  it.each([
    [
      'is disabled',
      'account-disabled',
      () => administration().decide(student.me.id, { disabled: true }),
    ],
    [
      'has another role',
      'role-changed',
      () => administration().decide(student.me.id, { role: 'teacher' }),
    ],
    ['has another password', 'password-changed', () => changesPassword()],
  ])('close the sockets of who %s, at once, and say why', async (_, because, act) => {
    withoutLooking();
    const onAPhone = await new Person(school.url, student.email, student.password).signIn();
    const device = await elsewhere(onAPhone);
    await act();
    const bye = { reason: 'session-ended', retryMs: null, because };
    expect(await device.hears('bye')).toEqual(bye);
    await device.closed();
    const refused = { code: 'session-ended', because };
    expect((await onAPhone.call('POST', '/auth/refresh')).body).toMatchObject(refused);
    await expect(elsewhere(onAPhone)).rejects.toMatchObject({ data: refused });
  });

  it('close the sockets of who is erased, at once, and say why', async () => {
    withoutLooking();
    const admin = await school.hasA('admin');
    const device = await elsewhere(student);
    await admin.does('DELETE', `/admin/people/${student.me.id}?collections=keep`);
    expect(await device.hears('bye')).toMatchObject({ because: 'account-erased' });
  });

  it('close the sockets of who was disabled by hand in the database', async () => {
    const device = await elsewhere(student);
    await school.database.query('UPDATE person SET disabled_at = now() WHERE id = $1', [
      student.me.id,
    ]);
    expect(await device.hears('bye')).toMatchObject({ because: 'account-disabled' });
  }, 15_000);

  it('finish what is on its way when they stop, and send everybody to the next', async () => {
    const stopping = await school.another();
    const device = await Device.connect(stopping.url, { token: student.token, last: 0 });
    devices.push(device);
    const body = JSON.stringify({ title: 'En chemin' });
    const call = request(`${stopping.url}/api/collections`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${teacher.token}`,
        'content-type': 'application/json',
        'content-length': body.length,
      },
    });
    const answer = once(call, 'response') as Promise<[IncomingMessage]>;
    await new Promise<void>((resolve) => call.write(body.slice(0, 5), () => resolve()));
    // Answered after the call that has begun was seen.
    await fetch(`${stopping.url}/api/health/live`);
    const stopped = stopping.stop();
    const { reason, retryMs } = await device.hears('bye');
    call.end(body.slice(5));
    expect((await answer)[0].statusCode).toBe(201);
    expect(reason).toBe('shutting-down');
    expect(retryMs).toBeGreaterThanOrEqual(0);
    expect(retryMs).toBeLessThanOrEqual(2_000);
    await device.closed();
    await stopped;
    await expect(fetch(`${stopping.url}/api/health/live`)).rejects.toThrow();

    await student.imports((await teacher.shares('Pendant ce temps')).code);
    const next = await elsewhere(student);
    await next.hears('newCollection');
    expect([...device.seqs, ...next.seqs]).toEqual([1]);
  });

  it('say that they hear each other', async () => {
    const health = async () =>
      (await (await fetch(`${other.url}/api/health/ready`)).json()) as object;
    expect(await health()).toMatchObject({
      status: 'ok',
      info: { peers: { listening: true, redis: 'none' } },
    });
  });
});
