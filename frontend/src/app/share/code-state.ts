import { ShareCode } from '@cartable/contract';

export type CodeState = 'active' | 'revoked' | 'expired' | 'full';

/** Whether a code still lets somebody in and, if not, why. */
export function codeState(code: ShareCode, now: number): CodeState {
  if (code.revokedAt !== null) return 'revoked';
  if (Date.parse(code.expiresAt) <= now) return 'expired';
  return code.maxUses !== null && code.uses >= code.maxUses ? 'full' : 'active';
}
