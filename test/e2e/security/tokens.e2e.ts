import { Settings } from '../../../backend/src/config/settings';
import { Device } from '../../support/device';
import { AccountAdministration } from '../../../backend/src/accounts/account-administration';
import { Person } from '../../support/person';
import { School } from '../../support/school';
import { claimsOf, forgeries, signed } from './forged-tokens';

interface Refusal {
  code: string;
}

describe('an access token', () => {
  let school: School;
  let secret: string;
  let victim: Person;

  beforeAll(async () => {
    school = await School.open();
    ({ jwtSecret: secret } = school.app.get(Settings));
    victim = await school.hasA('student');
  });
  afterAll(() => school.close());

  async function overHttp(authorization: string): Promise<string> {
    const answer = await fetch(`${school.url}/api/me`, { headers: { authorization } });
    const { code = 'let in' } = (await answer.json()) as Partial<Refusal>;
    return answer.status === 200 ? 'let in' : code;
  }

  const overHandshake = (token: string): Promise<string> =>
    Device.connect(school.url, { token }).then(
      (device) => {
        device.close();
        return 'let in';
      },
      (error: Error & { data?: Refusal }) => error.data?.code ?? error.message,
    );

  const overRenewal = async (device: Device, token: unknown): Promise<string> => {
    const answer = (await device.socket
      .timeout(5_000)
      .emitWithAck('renew', { token })) as Partial<Refusal>;
    return answer.code ?? 'let in';
  };

  /** What each of the three doors answers to a token. */
  const doors = async (device: Device, token: string) => [
    await overHttp(`Bearer ${token}`),
    await overHandshake(token),
    await overRenewal(device, token),
  ];

  it('that is genuine opens all three doors, also one that is signed here by hand', async () => {
    const device = await victim.connects();
    for (const token of [victim.token, signed(claimsOf(victim.token), secret)]) {
      expect(await doors(device, token)).toEqual(['let in', 'let in', 'let in']);
    }
  });

  it('that is forged opens none of them', async () => {
    const told = new Map<string, string[]>();
    const all = forgeries(victim.token, secret);
    expect(all.size).toBeGreaterThan(60);
    for (const [wrong, token] of all) {
      // One socket each: what talks too much is cut off.
      const device = await victim.connects();
      told.set(wrong, await doors(device, token));
      await device.settled();
      device.close();
    }
    const refused = ['not-signed-in', 'not-signed-in', 'not-signed-in'];
    const due = [...all.keys()].map((wrong) => [wrong, refused]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(due));
  });

  it('of one person is no good with the session of another', async () => {
    const other = await school.hasA('admin');
    const { sid } = claimsOf(other.token);
    const device = await victim.connects();
    const mixed = signed({ ...claimsOf(victim.token), sid }, secret);
    expect(await doors(device, mixed)).toEqual(Array(3).fill('not-signed-in'));
    const unknown = { ...claimsOf(victim.token), sid: '00000000-0000-4000-8000-000000000000' };
    expect(await doors(device, signed(unknown, secret))).toEqual(Array(3).fill('session-ended'));
  });

  it('ends with its session, and with its account', async () => {
    const leaver = await school.hasA('student');
    const stays = await new Person(school.url, leaver.email, leaver.password).signIn();
    const device = await stays.connects();
    await leaver.does('POST', '/auth/logout');
    expect(await doors(device, leaver.token)).toEqual(Array(3).fill('session-ended'));
    await school.app.get(AccountAdministration).decide(leaver.me.id, { disabled: true });
    expect(await overHttp(`Bearer ${stays.token}`)).toBe('session-ended');
    expect(await overHandshake(stays.token)).toBe('session-ended');
    expect((await stays.call('POST', '/auth/refresh')).body).toMatchObject({
      code: 'session-ended',
    });
    await expect(new Person(school.url, leaver.email, leaver.password).signIn()).rejects.toThrow(
      '401',
    );
  });

  it('ends a socket with it, unless it is renewed in time', async () => {
    // Time enough for two to connect, and no more: the test waits for the end of it.
    const soon = { ...claimsOf(victim.token), exp: Math.floor(Date.now() / 1000) + 5 };
    const renewed = await victim.connects({ token: signed(soon, secret) });
    expect(await overRenewal(renewed, victim.token)).toBe('let in');
    const left = await victim.connects({ token: signed(soon, secret) });
    expect(await left.hears('bye')).toEqual({ reason: 'token-expired', retryMs: 0 });
    await left.closed();
    await renewed.settled();
  });

  it('is read from its own header only, in its own form', async () => {
    const { token } = victim;
    for (const authorization of [
      '',
      token,
      `Basic ${token}`,
      `Bearer  ${token}`,
      `Bearer ${token},${token}`,
      `Bearer ${token} ${token}`,
      `Bearer "${token}"`,
      `Bearer ${'x'.repeat(5_000)}`,
      'Bearer',
      'Bearer undefined',
      'Bearer null',
    ]) {
      expect([authorization, await overHttp(authorization)]).toEqual([
        authorization,
        'not-signed-in',
      ]);
    }
    for (const query of [`token=${token}`, `access_token=${token}`, `auth[token]=${token}`]) {
      expect((await fetch(`${school.url}/api/me?${query}`)).status).toBe(401);
    }
    const cookie = { cookie: `token=${token}; cartable_refresh=${token}; authorization=${token}` };
    expect((await fetch(`${school.url}/api/me`, { headers: cookie })).status).toBe(401);
  });

  it('is not what a refresh token is: neither does the other’s work', async () => {
    const refreshToken = victim.cookie.replace('cartable_refresh=', '');
    const device = await victim.connects();
    expect(await doors(device, refreshToken)).toEqual(Array(3).fill('not-signed-in'));
    const answer = await fetch(`${school.url}/api/auth/refresh`, {
      method: 'POST',
      headers: { cookie: `cartable_refresh=${victim.token}` },
    });
    expect(answer.status).toBe(401);
  });
});
