/** A check did not find what it should; the message says what it found, and what to do where that is known. */
export class CheckFailed extends Error {}

/**
 * @param {unknown} condition
 * @param {string} message
 * @returns {asserts condition}
 */
export function ensure(condition, message) {
  if (!condition) throw new CheckFailed(message);
}
