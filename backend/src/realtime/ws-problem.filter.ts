import { ArgumentsHost, Catch, ExceptionFilter, Logger } from '@nestjs/common';
import { Problem } from '../platform/problems/problem';
import { problemOf } from '../platform/problems/problem-of';

const isAck = (argument: unknown): argument is (answer: object) => void =>
  typeof argument === 'function';

/** Answers a handler's error through the client's ack, as a problem; never echoes what the client sent. */
@Catch()
export class WsProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(WsProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = problemOf(error);
    if (!problem) this.logger.error({ err: error }, 'message failed');
    const ack = host.getArgs<unknown[]>().find(isAck);
    ack?.((problem ?? new Problem('internal')).toBody());
  }
}
