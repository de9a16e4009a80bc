import { CheckFailed } from './check-failed.mjs';

/** How long a step may wait for one thing. */
export const PATIENCE_MS = 10_000;

/**
 * What `promise` brings, unless it takes too long.
 * @template T
 * @param {Promise<T>} promise
 * @param {string} what
 * @returns {Promise<T>}
 */
export async function inTime(promise, what) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    const error = new CheckFailed(`${what}: nothing within ${PATIENCE_MS / 1000} s`);
    timer = setTimeout(() => reject(error), PATIENCE_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
