import type { CollectionWithCards } from '@cartable/contract';
import { Device } from '../support/device';
import { Person } from '../support/person';
import { School } from '../support/school';

describe("a person's stream", () => {
  let school: School;
  let teacher: Person;
  let student: Person;
  let collection: CollectionWithCards;

  beforeAll(async () => {
    school = await School.open();
    [teacher, student] = [await school.hasA('teacher'), await school.hasA('student')];
    const shared = await teacher.shares('Les volcans');
    collection = shared.collection;
    await student.imports(shared.code);
  });
  afterEach(() => student.leaves());
  afterAll(() => school.close());

  const refusal = (options: Parameters<typeof Device.connect>[1]) =>
    Device.connect(school.url, options).then(
      () => null,
      (error: Error & { data?: { code: string } }) => error.data?.code ?? error.message,
    );

  const stream = async () =>
    (await student.does<{ stream: { epoch: string; seq: number } }>('GET', '/collections')).stream;

  it('replays everything after `last`, in order, more than one window of it', async () => {
    const { seq } = await stream();
    for (let n = 0; n < 60; n += 1) {
      await teacher.does('POST', `/collections/${collection.id}/cards`, {
        front: `recto ${n}`,
        back: 'verso',
      });
    }
    const device = await student.connects({ last: seq });
    await device.hears('collectionUpdated', ({ data }) => data.seq === seq + 60);
    expect(device.seqs).toEqual(Array.from({ length: 60 }, (_, n) => seq + 1 + n));
  });

  it('misses and doubles nothing while it connects in the middle of a burst', async () => {
    const { seq } = await stream();
    const edits = Array.from({ length: 30 }, (_, n) =>
      teacher.does('POST', `/collections/${collection.id}/cards`, { front: `${n}`, back: '' }),
    );
    const devices = await Promise.all(
      Array.from({ length: 5 }, () => student.connects({ last: seq })),
    );
    await Promise.all(edits);
    for (const device of devices) {
      await device.hears('collectionUpdated', ({ data }) => data.seq === seq + 30);
      expect(device.seqs).toEqual(Array.from({ length: 30 }, (_, n) => seq + 1 + n));
    }
  });

  it('tells a device that names no `last` only what happens from now on', async () => {
    const device = await student.connects();
    await device.settled();
    await teacher.does('POST', `/collections/${collection.id}/cards`, { front: 'neuf', back: '' });
    await device.hears('collectionUpdated');
    expect(device.seqs).toHaveLength(1);
  });

  it('resets a device of another history, one from the future, and one from before the kept past', async () => {
    const { epoch, seq } = await stream();
    const otherHistory = '00000000-0000-4000-8000-000000000000';
    const future = await student.connects({ epoch, last: seq + 5 });
    const restored = await student.connects({ epoch: otherHistory, last: seq });
    expect(await future.hears('reset')).toEqual({ epoch, seq });
    expect(await restored.hears('reset')).toEqual({ epoch, seq });
    await school.database.query('UPDATE user_stream SET trimmed_seq = 3 WHERE user_id = $1', [
      student.me.id,
    ]);
    const old = await student.connects({ epoch, last: 2 });
    expect(await old.hears('reset')).toEqual({ epoch, seq });
  });

  it("carries nobody else's events", async () => {
    const other = await school.hasA('student');
    const device = await other.connects({ last: 0 });
    await teacher.does('POST', `/collections/${collection.id}/cards`, {
      front: 'pas pour lui',
      back: '',
    });
    await device.settled();
    expect(device.heard).toEqual([]);
  });

  it('closes a device that does not acknowledge, and says why', async () => {
    const device = await student.connects({ last: 4, acknowledges: false });
    expect(await device.hears('bye')).toEqual({ reason: 'slow', retryMs: 1000 });
    await device.closed();
  }, 20_000);

  it('refuses a handshake without a token, with a forged one, and from a foreign page', async () => {
    expect(await refusal({})).toBe('not-signed-in');
    expect(await refusal({ token: `${student.token}x` })).toBe('not-signed-in');
    expect(
      await refusal({ token: student.token, headers: { origin: 'https://evil.example' } }),
    ).toBe('websocket error');
    expect(await refusal({ token: student.token, headers: { origin: 'null' } })).toBe(
      'websocket error',
    );
    expect(
      await refusal({ token: student.token, headers: { origin: 'https://allowed.example' } }),
    ).toBeNull();
  });

  it('takes a fresh token of the same person on a living socket, and of nobody else', async () => {
    const device = await student.connects();
    const renewed = (await device.socket.emitWithAck('renew', { token: student.token })) as {
      expiresAt: string;
    };
    expect(Date.parse(renewed.expiresAt)).toBeGreaterThan(Date.now());
    expect(await device.socket.emitWithAck('renew', { token: teacher.token })).toMatchObject({
      code: 'forbidden',
    });
    expect(await device.socket.emitWithAck('renew', 'x')).toMatchObject({
      code: 'validation-failed',
    });
  });

  it('makes a socket come back whose person has another role by now: it has other rooms', async () => {
    const demoted = await school.hasA('admin');
    const device = await demoted.connects();
    await school.database.query(`UPDATE person SET role = 'student' WHERE id = $1`, [
      demoted.me.id,
    ]);
    await demoted.signIn();
    device.socket.emit('renew', { token: demoted.token });
    expect(await device.hears('bye')).toEqual({ reason: 'token-expired', retryMs: 0 });
    await device.closed();
  });

  it('ends the sockets of a session that signs out, for good', async () => {
    const leaving = await school.hasA('student');
    const device = await leaving.connects();
    await leaving.does('POST', '/auth/logout');
    expect(await device.hears('bye')).toEqual({
      reason: 'session-ended',
      retryMs: null,
      because: 'signed-out',
    });
    expect(await device.closed()).toBeDefined();
    expect(await refusal({ token: leaving.token })).toBe('session-ended');
    expect((await leaving.call('GET', '/me')).status).toBe(401);
  });
});
