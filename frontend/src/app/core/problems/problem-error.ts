import { ProblemBody, ProblemCode } from '@cartable/contract';

/** Why a call failed, by a code that the page can act upon; `offline` when no answer came at all. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: ProblemCode | 'offline',
    readonly problem: ProblemBody | null = null,
  ) {
    super(code);
  }
}
