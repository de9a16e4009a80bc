import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings';

const FORM = /^([0-9a-f-]{36})\.(\d{1,9})\.[\w-]{43}$/;

export interface RefreshToken {
  sessionId: string;
  rotation: number;
}

/**
 * Refresh tokens: session, number of the rotation, and an HMAC over both. Nothing of them is stored, so a leaked database
 * signs nobody in; and the token that follows another can be made again for a client that lost the answer.
 */
@Injectable()
export class RefreshTokens {
  private readonly key: Buffer;

  constructor({ jwtSecret }: Settings) {
    this.key = Buffer.from(hkdfSync('sha256', jwtSecret, '', 'cartable refresh token', 32));
  }

  write({ sessionId, rotation }: RefreshToken): string {
    return `${sessionId}.${rotation}.${this.mac(sessionId, rotation).toString('base64url')}`;
  }

  /** Null for whatever is not, to the letter, a token of ours. */
  read(token: string): RefreshToken | null {
    const [, sessionId = '', digits = ''] = FORM.exec(token) ?? [];
    const found = { sessionId, rotation: Number(digits) };
    const given = Buffer.from(token);
    // The last letter of base64url has bits to spare: texts are compared, not what they decode to.
    const due = Buffer.from(this.write(found));
    return given.length === due.length && timingSafeEqual(given, due) ? found : null;
  }

  private mac(sessionId: string, rotation: number): Buffer {
    return createHmac('sha256', this.key).update(`${sessionId}.${rotation}`).digest();
  }
}
