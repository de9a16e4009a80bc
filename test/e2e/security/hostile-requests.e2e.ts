import { request } from 'node:http';
import { connect } from 'node:net';
import * as fc from 'fast-check';
import { Person } from '../../support/person';
import { Call, openRoutes, routes } from '../../support/routes';
import { School } from '../../support/school';

const SEED = 20_261_123;
const RUNS = 2_000;
/** Half of a surrogate pair, which has no place in an address. */
const LONE = /[\ud800-\udfff]/gu;

describe('requests that nobody of good will would make', () => {
  let school: School;
  let owner: Person;
  let calls: Call[];

  beforeAll(async () => {
    school = await School.open();
    owner = await school.hasA('teacher');
    const { code, collection } = await owner.shares('Solide');
    const follower = await school.hasA('student');
    await follower.imports(code);
    const cardId = collection.cards[0]?.id ?? '';
    const open = openRoutes.filter(([, path]) => path !== '/auth/logout');
    calls = [...routes(collection.id, cardId, code), ...open];
  });
  afterAll(() => school.close());

  interface Sent {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: string | Uint8Array;
  }

  /** Says it as it is: `fetch` would mend the address and refuse some headers. */
  const send = ({ method, path, headers, body }: Sent) =>
    new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
      const url = new URL(school.url);
      const length = { 'content-length': Buffer.byteLength(body) };
      const asked = request(
        {
          host: url.hostname,
          port: url.port,
          method,
          path,
          headers: { ...headers, ...length },
          agent: false,
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              type: answer.headers['content-type'] ?? '',
              text: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });

  const escaped = fc
    .oneof(
      fc
        .string({ unit: 'binary', maxLength: 40 })
        .map((text) => encodeURIComponent(text.replace(LONE, ''))),
      fc.constantFrom(
        '%',
        '%00',
        '%E0%A4%A',
        '%ff',
        '..',
        '..%2f..',
        '%2e%2e',
        ';',
        "'",
        '%27',
        '%22',
      ),
      fc.constantFrom('0-x', 'zz-1', '0-BCDFGHJK', '1-0-1'),
      fc.constantFrom('0-', '0-x', 'zzzzzzzzz-x', 'zzzzzzzzz-BCDFGHJK', '999999999', '4294967296'),
      fc.uuid().map((id) => `mhv1bx9k-${id}`),
      fc.uuid().map((id) => id.toUpperCase()),
      fc.constantFrom('__proto__', 'constructor', 'NaN', '-1', '1e400', '0x10', '9'.repeat(400)),
    )
    .filter((text) => text !== '');

  const known = fc.constantFrom('limit', 'cursor', 'followers');
  const pair = (name: fc.Arbitrary<string>) =>
    fc.tuple(name, escaped).map((parts) => parts.join('='));
  const query = fc.oneof(
    fc.constant(''),
    pair(known).map((one) => `?${one}`),
    fc
      .array(pair(fc.oneof(known, fc.constantFrom('limit[]', 'cursor[a]'), escaped)), {
        maxLength: 4,
      })
      .map((pairs) => `?${pairs.join('&')}`),
  );

  /** The body that the call takes with one value, or more, replaced by anything; or anything at all. */
  const bodyOf = (body: unknown): fc.Arbitrary<string | Uint8Array> => {
    const known = Object.keys((body as object | undefined) ?? {});
    const names = [...known, 'id', 'after', 'rev', 'cards', 'title', 'expiresAt', 'maxUses'];
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(1e308, -0, 2 ** 53, 2 ** 31, '\u0000', '\ud800', 'x'.repeat(20_000), [[]]),
    );
    const changed = fc
      .dictionary(fc.constantFrom(...names), value, { maxKeys: 3 })
      .map((change) => JSON.stringify({ ...(body as object | undefined), ...change }));
    return fc.oneof(
      { weight: 6, arbitrary: changed },
      { weight: 2, arbitrary: fc.json() },
      { weight: 1, arbitrary: fc.string() },
      { weight: 1, arbitrary: fc.uint8Array() },
      {
        weight: 1,
        arbitrary: fc.constantFrom('', '{', '[', '['.repeat(50_000), '{"a":'.repeat(9_000)),
      },
    );
  };

  const headers = fc.record(
    {
      'content-type': fc.constantFrom(
        'application/json',
        'application/json; charset=utf-16',
        'application/json; charset=nonsense',
        'application/x-www-form-urlencoded',
        'text/plain',
        'multipart/form-data',
        '/',
        '',
      ),
      'content-encoding': fc.constantFrom('gzip', 'deflate', 'br', 'nonsense'),
      accept: fc.constantFrom('text/html', 'nonsense', '*/*;q=x'),
      'accept-language': fc.string({ maxLength: 20 }).map((text) => encodeURIComponent(text)),
      cookie: fc.constantFrom(
        'cartable_refresh=%',
        'cartable_refresh=j:{}',
        '=',
        ';;;',
        'a=%E0%A4%A',
      ),
      range: fc.constantFrom('bytes=0-', 'bytes=5-1', 'nonsense'),
      'if-none-match': fc.constantFrom('*', '"x"', 'W/'),
      'x-forwarded-for': fc.constantFrom('nonsense', '127.0.0.1, x', "' OR 1=1"),
      'x-forwarded-proto': fc.constantFrom('https', 'javascript', ','),
      'x-http-method-override': fc.constantFrom('DELETE', 'nonsense'),
      expect: fc.constantFrom('100-continue'),
    },
    { requiredKeys: [] },
  );

  const hostile = () =>
    fc
      .oneof(
        { weight: 3, arbitrary: fc.constantFrom(...calls) },
        { weight: 1, arbitrary: fc.constantFrom(...calls.filter(([method]) => method === 'GET')) },
      )
      .chain(([method, path, body]) => {
        const parts = path.split('/');
        const address = fc.oneof(
          { weight: 3, arbitrary: fc.constant(path) },
          {
            weight: 2,
            arbitrary: fc
              .tuple(fc.nat(parts.length), escaped)
              .map(([at, part]) =>
                parts.with(Math.min(Math.max(at, 1), parts.length - 1), part).join('/'),
              ),
          },
        );
        return fc.record({
          method: fc.oneof(
            { weight: 8, arbitrary: fc.constant(method) },
            {
              weight: 1,
              arbitrary: fc.constantFrom('PUT', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND'),
            },
          ),
          path: fc.tuple(address, query).map((both) => `/api${both.join('')}`),
          headers: headers.map((made) => ({
            'content-type': 'application/json',
            authorization: `Bearer ${owner.token}`,
            ...made,
          })),
          body: bodyOf(body),
        });
      });

  it('are refused on every call, and never break the server', async () => {
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(hostile(), async (sent) => {
        const { status, type, text } = await send(sent);
        statuses.add(status);
        expect(status).toBeGreaterThanOrEqual(200);
        expect(status).toBeLessThan(500);
        if (status >= 400 && sent.method !== 'HEAD') {
          expect(type).toMatch('application/problem+json');
          expect(JSON.parse(text)).toMatchObject({ status });
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 404, 415]));
    expect((await owner.call('GET', '/health/ready')).status).toBe(200);
    await owner.does('GET', '/collections');
  }, 120_000);

  it('that are not even HTTP are refused by themselves, and cost nobody else an answer', async () => {
    const { hostname, port } = new URL(school.url);
    const says = (raw: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), hostname);
        let answer = '';
        socket.on('data', (data) => (answer += data.toString()));
        socket.on('close', () => resolve(answer));
        socket.on('error', reject);
        socket.end(raw);
      });
    const host = `Host: ${hostname}:${port}\r\n`;
    const both = `${host}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n`;
    for (const raw of [
      'nonsense\r\n\r\n',
      `GET /api/me HTTP/9.9\r\n${host}\r\n`,
      `GET /api/me HTTP/1.1\r\n\r\n`,
      `GET /api/me HTTP/1.1\r\n${host}X: a\0b\r\n\r\n`,
      `GET /api/me HTTP/1.1\r\n${host}X: ${'x'.repeat(40_000)}\r\n\r\n`,
      `POST /api/auth/login HTTP/1.1\r\n${both}\r\n0\r\n\r\nGET /api/docs HTTP/1.1\r\n${host}\r\n`,
      `POST /api/auth/login HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`,
      `POST /api/auth/login HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`,
    ]) {
      expect(await says(raw)).toMatch(/^HTTP\/1\.1 4\d\d [^\n]+\r\n(?:(?!HTTP\/1\.1)[^])*$/);
    }
    expect((await owner.call('GET', '/health/ready')).status).toBe(200);
  });
});
