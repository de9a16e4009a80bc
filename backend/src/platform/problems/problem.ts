import { ProblemBody, ProblemCode, problems } from '@cartable/contract';

type Extensions = Pick<
  ProblemBody,
  'detail' | 'errors' | 'retryAfter' | 'followers' | 'current' | 'because'
>;

/** A refusal that the caller can expect: services throw it, one filter answers it. Anything else thrown is a bug. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly extensions: Extensions = {},
  ) {
    super(problems[code][1]);
  }

  get status(): number {
    return problems[this.code][0];
  }

  /** The body of RFC 9457, §3.1. */
  toBody(): ProblemBody {
    const [status, title] = problems[this.code];
    return {
      type: `urn:cartable:problem:${this.code}`,
      title,
      status,
      code: this.code,
      ...this.extensions,
    };
  }
}
