import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Problem } from './problem';

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[];
  code?: string;
  params?: { reason?: string };
}

const MOST_ISSUES = 50;

const pathOf = (issue: Issue) =>
  (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');

/** Validates what a handler's `schema` options name; a refusal is a `validation-failed` problem with one entry a fault. */
export const validation = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues: readonly Issue[]) =>
      new Problem('validation-failed', {
        errors: issues.slice(0, MOST_ISSUES).map((issue) => ({
          path: pathOf(issue),
          reason: issue.params?.reason ?? issue.code ?? 'invalid',
        })),
      }),
  });
