import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import * as z from 'zod';
import { Problem } from '../platform/problems/problem';

export const ACCESS_TOKEN_SECONDS = 15 * 60;
export const TOKEN_ISSUER = 'cartable';
export const TOKEN_AUDIENCE = 'cartable';

const Claims = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.int() });

export interface AccessToken {
  accessToken: string;
  expiresAt: Date;
}

export interface AccessTokenClaims {
  personId: string;
  sessionId: string;
  expiresAt: Date;
}

/** Signs and reads access tokens: JWT (RFC 7519), HS256 only, 15 minutes. */
@Injectable()
export class AccessTokens {
  constructor(private readonly jwt: JwtService) {}

  sign(personId: string, sessionId: string): AccessToken {
    const exp = Math.floor(Date.now() / 1000) + ACCESS_TOKEN_SECONDS;
    return {
      accessToken: this.jwt.sign({ sub: personId, sid: sessionId, exp }),
      expiresAt: new Date(exp * 1000),
    };
  }

  /** Throws `not-signed-in` for whatever is not a living token of ours. */
  async read(token: string): Promise<AccessTokenClaims> {
    const payload: unknown = await this.jwt.verifyAsync<object>(token).catch(() => null);
    const claims = Claims.safeParse(payload);
    if (!claims.success) throw new Problem('not-signed-in');
    const { sub, sid, exp } = claims.data;
    return { personId: sub, sessionId: sid, expiresAt: new Date(exp * 1000) };
  }
}
