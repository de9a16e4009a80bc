import { Session } from '@cartable/contract';
import { endOfToken } from './token-life';

const session = (accessToken: string): Session => ({
  accessToken,
  expiresAt: '2026-11-23T12:00:00.000Z',
  user: { id: 'a', email: 'a@b.c', login: null, displayName: 'A', role: 'student', locale: 'fr' },
});

describe('the end of a token', () => {
  it('is counted from its arrival, whatever the clock shows', () => {
    const token = `x.${btoa(JSON.stringify({ iat: 1_000, exp: 1_900 }))}.y`;
    expect(endOfToken(session(token), 5)).toBe(5 + 900_000);
  });

  it('is what the server said when the token does not tell', () => {
    expect(endOfToken(session('opaque'), 5)).toBe(Date.parse('2026-11-23T12:00:00.000Z'));
  });
});
