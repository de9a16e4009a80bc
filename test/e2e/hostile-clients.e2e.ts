import { LocalSockets } from '../../backend/src/realtime/local-sockets';
import { userRoom } from '../../backend/src/realtime/socket-session';
import { Device } from '../support/device';
import { Person } from '../support/person';
import { School } from '../support/school';
import { until } from '../support/until';

describe('a client that asks too much', () => {
  let school: School;
  let student: Person;

  beforeAll(async () => {
    school = await School.open();
  });
  beforeEach(async () => {
    student = await school.hasA('student');
  });
  afterEach(() => student.leaves());
  afterAll(() => school.close());

  /** The TCP socket below a device. */
  const network = (device: Device) =>
    (
      device.socket.io.engine.transport as unknown as {
        ws: { pause(): void; resume(): void };
      }
    ).ws;

  it('gets ten sockets, and another one when it closes one', async () => {
    const devices = [];
    for (let n = 0; n < 10; n += 1) devices.push(await student.connects());
    const refused = await student.connects().catch((error: Error) => error.message);
    expect(refused).toBe('too-many-connections');
    devices[0]?.close();
    await until(() =>
      student.connects().then(
        () => true,
        () => false,
      ),
    );
  });

  it('is cut off when it talks without pause, and may come back', async () => {
    const device = await student.connects();
    for (let n = 0; n < 100; n += 1) device.socket.emit('ping', {});
    await device.closed();
    await (await student.connects()).settled();
  });

  it('is cut off when a message is larger than 16 KB', async () => {
    const device = await student.connects();
    device.socket.emit('ping', { x: 'x'.repeat(20_000) });
    await device.closed();
  });

  it('is cut off when it does not read what it is told, and gets it when it is back', async () => {
    const teacher = await school.hasA('teacher');
    const device = await student.connects();
    network(device).pause();
    const side = 'x'.repeat(9_000);
    const cards = Array.from({ length: 200 }, () => ({ front: 'recto', back: side }));
    for (let n = 0; n < 8; n += 1) {
      const { id } = await teacher.makes(`Grande ${n}`, cards);
      const { code } = await teacher.does<{ code: string }>(
        'POST',
        `/collections/${id}/share-codes`,
        {},
      );
      await student.imports(code);
    }
    const sockets = school.app.get(LocalSockets);
    await until(() => sockets.in(userRoom(student.me.id)).length === 0);
    network(device).resume();
    const again = await student.connects({ last: 0 });
    await again.hears('newCollection', ({ data }) => data.seq === 8);
    expect(again.seqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  }, 30_000);
});
