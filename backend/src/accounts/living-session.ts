import type { SessionEnd } from '@cartable/contract';
import { Problem } from '../platform/problems/problem';

/** What decides whether a session still lives. */
export interface SessionState {
  expiresAt: Date;
  endedAt: Date | null;
  endedBecause: SessionEnd | null;
  /** Of its person. */
  disabledAt: Date | null;
}

/** Throws `session-ended`, which says why if that is known, when the session is over or its person disabled. */
export function assertLiving({ expiresAt, endedAt, endedBecause, disabledAt }: SessionState): void {
  if (expiresAt <= new Date()) throw new Problem('session-ended');
  if (!endedAt && !disabledAt) return;
  const because = endedBecause ?? (disabledAt ? 'account-disabled' : undefined);
  throw new Problem('session-ended', { because });
}
