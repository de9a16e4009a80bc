import { HttpErrorResponse } from '@angular/common/http';
import { ProblemBody } from '@cartable/contract';
import { ProblemError } from './problem-error';

/** Understands a failed call, also one that a proxy answered in the server's place. */
export function readProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (!(error instanceof HttpErrorResponse)) return new ProblemError('internal');
  if (error.status === 0) return new ProblemError('offline');
  const body = ProblemBody.safeParse(error.error);
  if (body.success) return new ProblemError(body.data.code, body.data);
  const gatewayAlone = error.status >= 502 && error.status <= 504;
  return new ProblemError(gatewayAlone ? 'unavailable' : 'internal');
}
