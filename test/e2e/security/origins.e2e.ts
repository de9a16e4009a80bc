import { Device } from '../../support/device';
import { Person } from '../../support/person';
import { School } from '../../support/school';

const ALLOWED = 'https://allowed.example';

describe('a page of another origin', () => {
  let school: School;
  let student: Person;
  let own: string;
  let foreign: string[];

  beforeAll(async () => {
    school = await School.open();
    student = await school.hasA('student');
    own = new URL(school.url).origin;
    const { port } = new URL(school.url);
    foreign = [
      'https://evil.example',
      'null',
      'file://',
      '',
      'not an origin',
      'https://allowed.example.evil.example',
      'https://evil.example/https://allowed.example',
      'https://allowed.example:444',
      'https://allowed.example.',
      'http://allowed.example',
      `http://127.0.0.1.evil.example:${port}`,
      `http://127.0.0.1:${Number(port) + 1}`,
      'http://127.0.0.1',
      `http://localhost:${port}`,
      `${ALLOWED}, https://evil.example`,
    ];
  });
  afterAll(() => school.close());

  const headersOf = (origin: string | undefined): Record<string, string> =>
    origin === undefined ? {} : { origin };

  const overWebsocket = (origin: string | undefined, token = student.token) =>
    Device.connect(school.url, { token, headers: headersOf(origin) }).then(
      (device) => {
        device.close();
        return 'let in';
      },
      (error: Error & { data?: { code: string } }) => error.data?.code ?? 'refused',
    );

  /** The first request of the long-polling transport, as a page would make it. */
  async function overPolling(origin: string | undefined) {
    const answer = await fetch(`${school.url}/socket.io/?EIO=4&transport=polling`, {
      headers: headersOf(origin),
    });
    await answer.text();
    const readable = answer.headers.get('access-control-allow-origin');
    return { door: answer.status === 200 ? 'let in' : 'refused', readable };
  }

  it('opens no socket, with a good token, over either transport', async () => {
    for (const origin of foreign) {
      const told = [await overWebsocket(origin), (await overPolling(origin)).door];
      expect([origin, ...told]).toEqual([origin, 'refused', 'refused']);
    }
  });

  it('opens one if it is ours or was allowed, and with a token only', async () => {
    for (const origin of [own, own.replace('http:', 'https:'), ALLOWED]) {
      const told = [await overWebsocket(origin), (await overPolling(origin)).door];
      expect([origin, ...told]).toEqual([origin, 'let in', 'let in']);
      expect(await overWebsocket(origin, '')).toBe('not-signed-in');
    }
    expect((await overPolling(ALLOWED)).readable).toBe(ALLOWED);
  });

  it('is not what a program is, which names no origin and needs a token all the same', async () => {
    expect(await overWebsocket(undefined)).toBe('let in');
    expect(await overWebsocket(undefined, '')).toBe('not-signed-in');
    expect((await overPolling(undefined)).door).toBe('let in');
  });

  it('gains nothing from the cookie that the browser may send along', async () => {
    const headers = { cookie: student.cookie, origin: own };
    const refused = Device.connect(school.url, { headers });
    await expect(refused).rejects.toMatchObject({ data: { code: 'not-signed-in' } });
  });

  it('may not read the API, nor send it what needs asking first', async () => {
    for (const origin of foreign) {
      const asked = await fetch(`${school.url}/api/me`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'PATCH',
          'access-control-request-headers': 'authorization,content-type',
        },
      });
      const read = await fetch(`${school.url}/api/health/live`, { headers: { origin } });
      for (const { headers } of [asked, read]) {
        expect([origin, headers.get('access-control-allow-origin')]).toEqual([origin, null]);
      }
    }
    const allowed = await fetch(`${school.url}/api/health/live`, { headers: { origin: ALLOWED } });
    expect(allowed.headers.get('access-control-allow-origin')).toBe(ALLOWED);
    expect(allowed.headers.get('vary')).toMatch(/origin/i);
  });

  it('can’t make a form do what only JSON may', async () => {
    const { email, password } = student;
    const form = new URLSearchParams({ email, password });
    const multipart = new FormData();
    multipart.set('email', email);
    multipart.set('password', password);
    const plain = new Blob([JSON.stringify({ email, password })], { type: 'text/plain' });
    for (const body of [form, multipart, plain]) {
      const answer = await fetch(`${school.url}/api/auth/login`, { method: 'POST', body });
      expect(answer.status).toBe(400);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });
});
