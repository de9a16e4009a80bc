import type { Principal } from './principal';
import type { EndedSession, SessionOf } from './session-ended';

/** Tells whose access token this is. Accounts provide it; HTTP guard and gateway ask it. */
export abstract class Authenticator {
  /** Throws the problems `not-signed-in` (not a token of ours, or past its end) and `session-ended`. */
  abstract authenticate(accessToken: string): Promise<Principal>;

  /** Which of these sessions are over, or their people disabled or erased. */
  abstract ended(sessions: readonly SessionOf[]): Promise<EndedSession[]>;
}
