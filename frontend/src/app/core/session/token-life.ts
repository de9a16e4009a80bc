import { Session } from '@cartable/contract';

/**
 * When the token of `session`, received at `now`, ends by this device's clock. The clocks of school computers are often wrong: how
 * long the token lives is read from the token itself, and only counted here.
 */
export function endOfToken(session: Session, now: number): number {
  const life = lifeOf(session.accessToken);
  return life === null ? Date.parse(session.expiresAt) : now + life;
}

function lifeOf(token: string): number | null {
  try {
    const body = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { iat, exp } = JSON.parse(atob(body)) as { iat?: unknown; exp?: unknown };
    return typeof iat === 'number' && typeof exp === 'number' ? (exp - iat) * 1000 : null;
  } catch {
    return null;
  }
}
