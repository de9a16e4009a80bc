import { ArgumentsHost, Catch, ExceptionFilter, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { isGone } from '../database/contention';
import { Problem } from './problem';
import { problemOf } from './problem-of';

/** Answers every refusal as RFC 9457 `application/problem+json`; logs what is a bug and answers 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(error) ?? this.bug(error);
    // An erasure at that moment explains it; again and again, it is a bug.
    if (isGone(error)) this.logger.warn({ err: error }, 'request names what is gone');
    if (response.headersSent) {
      response.end();
      return;
    }
    const { retryAfter } = problem.extensions;
    if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problem.toBody()));
  }

  private bug(error: unknown): Problem {
    this.logger.error({ err: error }, 'request failed');
    return new Problem('internal');
  }
}
