import { startServer, DEMO_PASSWORD } from '../support/server';
import { Person } from '../support/person';

describe('the logs', () => {
  it('tell what happened on one line each, with ids and nothing personal', async () => {
    const server = await startServer({ LOG_LEVEL: 'debug' });
    const student = await new Person(
      server.url,
      'etudiant.test@example.com',
      DEMO_PASSWORD,
    ).signIn();
    const teacher = await new Person(server.url, 'prof.martin@example.com', DEMO_PASSWORD).signIn();
    const device = await student.connects();
    const { code } = await teacher.shares('Titre secret', { message: 'Message secret' });
    await student.imports(code);
    await device.hears('newCollection');
    await Person.prototype.connects
      .call(student, { token: 'a.forged.token' })
      .catch(() => undefined);
    student.leaves();
    await server.stop();
    const lines = server.lines.filter((line) => line.startsWith('{'));
    const told = lines.map(
      (line) => JSON.parse(line) as { msg: string; why?: string; seq?: number; userId?: string },
    );
    const of = (msg: string) => told.find((line) => line.msg === msg);
    expect(of('socket connected')).toMatchObject({ userId: student.me.id });
    expect(of('room joined')).toMatchObject({ room: `user_${student.me.id}` });
    expect(told.filter((line) => line.msg === 'event emitted')).toContainEqual(
      expect.objectContaining({
        userId: student.me.id,
        name: 'newCollection',
        seq: expect.any(Number) as number,
      }),
    );
    expect(of('handshake refused')).toMatchObject({ why: 'not-signed-in' });
    const all = lines.join('\n');
    for (const secret of [
      student.token,
      teacher.token,
      student.cookie.slice(20),
      student.email,
      'Élise',
      'secret',
      code,
      code.replace('-', ''),
      DEMO_PASSWORD,
    ]) {
      expect(all).not.toContain(secret);
    }
  });
});
