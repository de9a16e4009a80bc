import { RefreshTokens } from '../../../backend/src/accounts/refresh-tokens';
import type { Settings } from '../../../backend/src/config/settings';
import type { Person } from '../people';

/** The cookie by which a browser of this person is signed in, as the server would have set it. */
export function refreshCookie(secret: string, { token }: Person): { name: string; value: string } {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  const { sid } = JSON.parse(claims) as { sid: string };
  const tokens = new RefreshTokens({ jwtSecret: secret } as Settings);
  return { name: 'cartable_refresh', value: tokens.write({ sessionId: sid, rotation: 0 }) };
}
