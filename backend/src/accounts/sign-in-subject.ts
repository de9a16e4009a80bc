import { createHash } from 'node:crypto';

/** Under what wrong passwords are counted: a digest, so that the table holds no names. */
export const signInSubject = (name: string): string =>
  `login:${createHash('sha256').update(name).digest('base64url')}`;
