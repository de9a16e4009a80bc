import { setTimeout as wait } from 'node:timers/promises';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const FOREIGN_KEY_VIOLATION = '23503';

const TRIES = 3;
const MOST_MS = 50;

const codeOf = (error: unknown) => (error as { code?: string } | undefined)?.code;

/** Whether the database refused because what a row names is no longer there: in that moment somebody erased it. */
export const isGone = (error: unknown): boolean => codeOf(error) === FOREIGN_KEY_VIOLATION;

const isContention = (error: unknown) =>
  isGone(error) || [SERIALIZATION_FAILURE, DEADLOCK_DETECTED].includes(codeOf(error) ?? '');

/**
 * Runs a transaction, and from its start again if others were at the same rows: next time it finds them gone, or done. The wait differs
 * from one to the next, so that two who met don't meet again.
 */
export async function despiteOthers<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (tried === TRIES || !isContention(error)) throw error;
      await wait(Math.random() * MOST_MS);
    }
  }
}
