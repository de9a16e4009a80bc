import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Settings } from '../../../backend/src/config/settings';
import { Instance } from '../../support/instance';
import { School } from '../../support/school';

const OPERATIONS = path.resolve(__dirname, '../../../docs/operations');
const TOKEN = 'a token that only Prometheus knows'.replaceAll(' ', '-');

/** Every name that stands where PromQL expects a metric. */
const namesIn = (file: string) =>
  new Set(
    readFileSync(path.join(OPERATIONS, file), 'utf8').match(/\b(cartable|nodejs|process)_\w+/g),
  );

describe('what Prometheus reads', () => {
  let school: School;
  beforeAll(async () => (school = await School.open()));
  afterAll(() => school.close());

  const read = (headers: Record<string, string> = {}, url = school.url) =>
    fetch(`${url}/metrics`, { headers });

  it('tells of imports, screens, delays, requests and the database', async () => {
    const [teacher, student] = [await school.hasA('teacher'), await school.hasA('student')];
    const { code } = await teacher.shares('Les volcans');
    const screen = await student.connects();
    await student.imports(code);
    await screen.hears('newCollection');
    screen.socket.emit('seen', { delayMs: 42 });
    await screen.settled();
    await student.call('GET', '/share-codes/BBBBBBBB');
    const answer = await read();
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toMatch(/text\/plain; version=0.0.4/);
    expect(text).toMatch(/^cartable_imports_total 1$/m);
    expect(text).toMatch(/^cartable_events_total 1$/m);
    expect(text).toMatch(/^cartable_wrong_codes_total 1$/m);
    expect(text).toMatch(/^cartable_sockets 1$/m);
    expect(text).toMatch(/^cartable_people\{role="student"\} 1$/m);
    expect(text).toMatch(/^cartable_delivery_delay_seconds_bucket\{le="0.05"\} 1$/m);
    expect(text).toMatch(/^cartable_database_connections\{state="waiting"\} 0$/m);
    expect(text).toContain('route="/api/share-codes/:code/import",status="201"');
    expect(text).not.toContain(code.replace('-', ''));
  });

  it('is all that the dashboard and the alerts name', async () => {
    const text = await (await read()).text();
    const known = new Set(
      [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name, type]) =>
        type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
      ),
    );
    for (const file of ['grafana-dashboard.json', 'alerts.yml']) {
      const names = [...namesIn(file)];
      expect(names.length).toBeGreaterThan(5);
      expect({ file, unknown: names.filter((name) => !known.has(name)) }).toEqual({
        file,
        unknown: [],
      });
    }
  });

  it('is not there for who comes by a proxy', async () => {
    for (const header of ['x-forwarded-for', 'x-forwarded-proto', 'x-real-ip', 'via']) {
      expect((await read({ [header]: '127.0.0.1' })).status).toBe(404);
    }
    const behind = await Instance.start({ ...school.settings, trustProxy: 1 });
    expect((await read({}, behind.url)).status).toBe(404);
    await behind.stop();
  });

  it('is there for who names the token, if one is set, and for nobody else', async () => {
    const { databaseUrl, jwtSecret, corsOrigins } = school.settings;
    const other = await Instance.start(
      new Settings(databaseUrl, jwtSecret, corsOrigins, 'silent', null, null, 30, 0, TOKEN),
    );
    try {
      const right = { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '192.0.2.1' };
      expect((await read(right, other.url)).status).toBe(200);
      for (const authorization of ['', 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`]) {
        expect((await read({ authorization }, other.url)).status).toBe(404);
      }
      expect((await read({}, other.url)).status).toBe(404);
    } finally {
      await other.stop();
    }
  });
});
