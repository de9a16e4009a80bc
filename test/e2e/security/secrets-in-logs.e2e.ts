import { Client } from 'pg';
import { createDatabase, dropDatabase } from '../../support/database';
import { Person } from '../../support/person';
import { DEMO_PASSWORD, startServer } from '../../support/server';
import { until } from '../../support/until';

const SECRET = 'Ultra confidentiel';

describe('the logs of a whole day, at their most talkative', () => {
  let lines: string[];
  let teacher: Person;
  let student: Person;
  const secrets = new Set<string>();

  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    const server = await startServer({
      LOG_LEVEL: 'trace',
      DATABASE_URL: databaseUrl,
      JWT_SECRET: 'a secret of this test, which is long enough',
      DEMO: 'true',
    });
    ({ lines } = server);
    const database = new Client({ connectionString: databaseUrl });
    await database.connect();
    try {
      await day(server.url, database);
    } finally {
      await database.end();
      await server.stop();
      await dropDatabase(databaseUrl);
    }
  });

  /** Signing in and failing to, sharing, importing, studying, guessing, breaking. */
  async function day(url: string, database: Client) {
    teacher = await new Person(url, 'prof.martin@example.com', DEMO_PASSWORD).signIn();
    student = await new Person(url, 'eleve01@example.com', DEMO_PASSWORD).signIn();
    const mistyped = new Person(url, 'mistyped.address@example.com', 'a mistyped password');
    await mistyped.signIn().catch(() => undefined);
    await new Person(url, student.email, 'another mistyped one').signIn().catch(() => undefined);

    const { code, collection } = await teacher.shares(`${SECRET}: titre`, {
      message: `${SECRET}: message`,
    });
    const [card] = collection.cards;
    const device = await student.connects({ last: 0 });
    await student.imports(code);
    await device.hears('newCollection');
    await teacher.does('PATCH', `/collections/${collection.id}/cards/${card?.id}`, {
      rev: 1,
      front: `${SECRET}: recto`,
    });
    await device.hears('collectionUpdated');
    await device.socket.emitWithAck('renew', { token: student.token });
    await device.socket.emitWithAck('renew', { token: `${teacher.token}x` });
    await device.socket.emitWithAck('ping', { note: SECRET });
    await student.connects({ token: `${student.token}x` }).catch(() => undefined);
    await student.does('PATCH', '/me', { displayName: `${SECRET}: nom` });

    for (const [method, path, body] of [
      ['GET', '/share-codes/BCDF-GHJK'],
      ['GET', `/share-codes/${encodeURIComponent(SECRET)}`],
      ['GET', `/collections?cursor=${encodeURIComponent(SECRET)}`],
      ['GET', `/collections/${encodeURIComponent(SECRET)}`],
      ['POST', '/collections', { title: SECRET, extra: SECRET }],
      ['POST', '/auth/login', { email: 'mistyped.address@example.com' }],
      ['PATCH', '/me', { password: { current: 'a wrong current one', next: 'a new one, unused' } }],
    ] as const) {
      await student.call(method, path, body);
    }
    await student.call('POST', '/collections', undefined, `{"title":"${SECRET}`);

    await breaks(database, code);
    await student.does('POST', '/auth/logout');
    student.leaves();
    for (const secret of [
      SECRET,
      DEMO_PASSWORD,
      'mistyped',
      'a wrong current one',
      'a new one, unused',
      code,
      code.replace('-', ''),
      'BCDFGHJK',
      'BCDF-GHJK',
      '@example.com',
      'example.com',
      'a secret of this test',
      ...(database.password ? [database.password] : []),
      ...[teacher, student].flatMap(({ token, cookie, me }) => [
        token,
        token.split('.')[1] ?? '',
        token.split('.')[2] ?? '',
        cookie.slice('cartable_refresh='.length + 40),
        me.displayName,
      ]),
    ]) {
      secrets.add(secret);
    }
  }

  /** Statements with personal things in their parameters fail, and the caller is told nothing of why. */
  async function breaks(database: Client, code: string) {
    // A code that is judged after it was used: in the background, where nobody is answered.
    const { code: judged } = await teacher.shares('Jugé');
    secrets.add(judged).add(judged.replace('-', ''));
    await database.query('ALTER TABLE share_code RENAME COLUMN heat TO heat_away');
    await teacher.does('DELETE', `/share-codes/${judged}`);
    await until(() => lines.some((line) => line.includes('codes not judged')));
    await database.query('ALTER TABLE share_code RENAME COLUMN heat_away TO heat');
    const tables = ['card', 'attempts', 'share_code'];
    for (const table of tables)
      await database.query(`ALTER TABLE ${table} RENAME TO ${table}_away`);
    const answers = [
      await teacher.call('POST', '/collections', {
        title: `${SECRET}: 500`,
        cards: [{ front: SECRET, back: SECRET }],
      }),
      await new Person(teacher.url, student.email, DEMO_PASSWORD).call('POST', '/auth/login', {
        email: student.email,
        password: DEMO_PASSWORD,
      }),
      await student.imports(code),
    ];
    for (const table of tables)
      await database.query(`ALTER TABLE ${table}_away RENAME TO ${table}`);
    for (const { status, body } of answers) {
      expect(status).toBe(500);
      expect(body).toEqual({
        type: 'urn:cartable:problem:internal',
        title: 'Something broke on the server',
        status: 500,
        code: 'internal',
      });
    }
  }

  const told = () =>
    lines
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { msg: string; userId?: string; err?: object });

  it('tell who signed in, who failed to, and what broke', () => {
    const of = (msg: string) => told().filter((line) => line.msg === msg);
    expect(of('signed in').map(({ userId }) => userId)).toEqual([teacher.me.id, student.me.id]);
    expect(of('sign-in refused').map(({ userId }) => userId)).toEqual([undefined, student.me.id]);
    expect(of('handshake refused')).not.toEqual([]);
    expect(of('request failed')).toHaveLength(3);
    for (const { err } of of('request failed')) expect(err).toHaveProperty('stack');
  });

  it('hold no password, token, cookie, address, name, code, title, message or card', () => {
    const all = lines.filter((line) => line.startsWith('{'));
    expect(all.length).toBeGreaterThan(30);
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(5);
      expect(all.filter((line) => line.includes(secret))).toEqual([]);
    }
  });
});
