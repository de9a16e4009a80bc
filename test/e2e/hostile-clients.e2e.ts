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
    const onServer = () => school.app.get(LocalSockets).in(userRoom(student.me.id))[0];
    let told = 0;
    // How much the two kernels take over for a client that does not read differs from one machine to the next.
    await until(async () => {
      const socket = onServer();
      if (socket?.conn.transport.writable) {
        const { id } = await teacher.makes(`Grande ${told}`, cards);
        const { code } = await teacher.does<{ code: string }>(
          'POST',
          `/collections/${id}/share-codes`,
          {},
        );
        await student.imports(code);
        told += 1;
      }
      return !socket;
    });
    network(device).resume();
    const again = await student.connects({ last: 0 });
    await again.hears('newCollection', ({ data }) => data.seq === told);
    expect(again.seqs).toEqual(Array.from({ length: told }, (_, n) => n + 1));
  }, 60_000);
});
