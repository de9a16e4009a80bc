import type { SessionEnd } from '@cartable/contract';

/** A session, and whose it is. */
export interface SessionOf {
  id: string;
  personId: string;
}

/** A session that is over; without `because` it ran out, or is not known any more. */
export interface EndedSession {
  id: string;
  because?: SessionEnd;
}

/** Domain event, after commit: these sessions are over, and so are their sockets. */
export class SessionsEnded {
  static readonly event = 'sessions.ended';
  constructor(readonly sessions: readonly EndedSession[]) {}
}
