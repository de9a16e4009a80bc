import { HttpErrorResponse } from '@angular/common/http';
import { ProblemError } from './problem-error';
import { problemKey } from './problem-text';
import { readProblem } from './read-problem';

const failed = (status: number, error?: unknown) => new HttpErrorResponse({ status, error });

describe('what a failed call says', () => {
  it('is the server’s own problem when it sent one', () => {
    const body = {
      type: 'about:blank',
      title: 'x',
      status: 429,
      code: 'too-many-attempts',
      retryAfter: 30,
    };
    const problem = readProblem(failed(429, body));
    expect(problem.code).toBe('too-many-attempts');
    expect(problem.problem?.retryAfter).toBe(30);
  });

  it('is offline when no answer came', () => {
    expect(readProblem(failed(0)).code).toBe('offline');
  });

  it('is unavailable when only a proxy answered, and internal for what nobody knows', () => {
    expect(readProblem(failed(502, '<html>')).code).toBe('unavailable');
    expect(readProblem(failed(418, { code: 'teapot' })).code).toBe('internal');
    expect(readProblem(new TypeError('x')).code).toBe('internal');
  });

  it('has a text', () => {
    expect(problemKey(new ProblemError('not-found'))).toBe('problems.not-found');
    expect(problemKey('?')).toBe('problems.internal');
  });
});
