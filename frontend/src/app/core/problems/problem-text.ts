import { ProblemError } from './problem-error';

/** The key of what to tell a person about an error: what to do next, whatever broke. */
export function problemKey(error: unknown): string {
  return `problems.${error instanceof ProblemError ? error.code : 'internal'}`;
}
