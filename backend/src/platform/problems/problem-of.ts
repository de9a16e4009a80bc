import { HttpException } from '@nestjs/common';
import type { ProblemCode } from '@cartable/contract';
import { isGone } from '../database/contention';
import { Problem } from './problem';

const byStatus: Partial<Record<number, ProblemCode>> = {
  400: 'malformed-body',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  503: 'unavailable',
};

/** The `status` that Express' body parser puts on its errors. */
const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null && 'status' in error && 'type' in error) {
    return Number(error.status);
  }
  return undefined;
};

/** What to answer for anything that was thrown; null when it is a bug of ours. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (isGone(error)) return new Problem('not-found');
  const code = byStatus[statusOf(error) ?? 500];
  return code ? new Problem(code) : null;
}
