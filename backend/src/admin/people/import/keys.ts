import type { Known, Named } from '../../../accounts/enrolment.service';

/** What leads to one account at most, the surest first. */
export const KEYS = ['externalId', 'email', 'login'] as const;
export type Key = (typeof KEYS)[number];

/** Whether a line says another number, address or login name than an account has. */
export const differs = (said: Named, person: Known, key: Key): boolean =>
  said[key] !== null && person[key] !== null && said[key] !== person[key];
