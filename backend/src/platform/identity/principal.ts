import type { Locale, Role } from '@cartable/contract';

/** Who makes a request: a person with a living session. */
export interface Principal {
  id: string;
  email: string | null;
  displayName: string;
  role: Role;
  locale: Locale;
  sessionId: string;
  /** When the access token ends. */
  expiresAt: Date;
}
