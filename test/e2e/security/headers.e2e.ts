import { School } from '../../support/school';

const directivesOf = (headers: Headers) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('the headers of every answer', () => {
  let school: School;

  beforeAll(async () => {
    school = await School.open();
  });
  afterAll(() => school.close());

  const answers = () =>
    Promise.all(
      ['health/live', 'me', 'nowhere', '%E0%A4%A', 'collections?limit=x'].map((path) =>
        fetch(`${school.url}/api/${path}`),
      ),
    );

  it('let nothing of what the API answers run or load, and nobody frame it', async () => {
    for (const { headers } of await answers()) {
      expect(directivesOf(headers)).toEqual({
        'default-src': "'none'",
        'frame-ancestors': "'none'",
      });
      expect(headers.get('x-frame-options')).toMatch(/DENY|SAMEORIGIN/);
    }
  });

  it('keep to themselves where they come from and what they run on', async () => {
    for (const { headers } of await answers()) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toMatch(
        /max-age=31536000; includeSubDomains/,
      );
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    }
  });

  it('relax the policy for the API’s documentation by no more than Trusted Types', async () => {
    const { headers } = await fetch(`${school.url}/api/docs`);
    const relaxed = directivesOf(headers);
    expect(relaxed).not.toHaveProperty('trusted-types');
    expect(relaxed).toMatchObject({ 'script-src': "'self'", 'object-src': "'none'" });
  });

  it('keep a connection longer than the minute for which nginx does', async () => {
    const { headers } = await fetch(`${school.url}/api/health/live`);
    const [, seconds] = /timeout=(\d+)/.exec(headers.get('keep-alive') ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThan(60);
  });

  it('keep what the API answers out of every cache', async () => {
    const student = await school.hasA('student');
    for (const path of ['/me', '/collections', '/notifications', '/nowhere']) {
      const { headers } = await student.call('GET', path);
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('mark the refresh cookie as one for HTTPS wherever the page came by HTTPS', async () => {
    const { email, password } = await school.hasA('student');
    const answer = await fetch(`${school.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https' },
      body: JSON.stringify({ email, password }),
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/api/auth']) {
      expect(cookie).toContain(attribute);
    }
  });
});
