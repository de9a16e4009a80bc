import { ProblemBody } from '@cartable/contract';
import { CheckFailed } from './check-failed.mjs';
import { networkFault } from './network-fault.mjs';
import { PATIENCE_MS } from './patience.mjs';

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {any} body parsed JSON, or null
 * @property {string[]} cookies `name=value`
 */

/** Calls the HTTP interface of one server. */
export class Api {
  /** @param {URL} url */
  constructor(url) {
    this.url = url;
  }

  /**
   * The answer, whatever its status; throws {@link CheckFailed} when there is none.
   * @param {string} method
   * @param {string} path below `/api`
   * @param {{ token?: string, cookie?: string, body?: unknown }} [options]
   * @returns {Promise<Answer>}
   */
  async call(method, path, { token, cookie, body } = {}) {
    const headers = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    try {
      const response = await fetch(new URL(`/api${path}`, this.url), {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return await this.#read(response, `${method} /api${path.split('?')[0]}`);
    } catch (error) {
      if (error instanceof CheckFailed) throw error;
      throw new CheckFailed(`${this.url.origin}: ${networkFault(error)}`);
    }
  }

  /**
   * The same, and the answer must have one of these statuses.
   * @param {number[]} expected
   * @param {Parameters<Api['call']>} request
   */
  async expect(expected, ...request) {
    const answer = await this.call(...request);
    if (expected.includes(answer.status)) return answer;
    const [method, path] = request;
    throw new CheckFailed(
      `${method} /api${path.split('?')[0]} answers ${describe(answer)}, not ${expected.join(' or ')}`,
    );
  }

  /**
   * @param {Response} response
   * @param {string} what
   * @returns {Promise<Answer>}
   */
  async #read(response, what) {
    const { status, headers } = response;
    if (status >= 300 && status < 400) {
      const target = new URL(headers.get('location') ?? '/', this.url).origin;
      throw new CheckFailed(`${what} is redirected to ${target}: give that address as --url`);
    }
    const text = await response.text();
    const isJson = /\bjson\b/.test(headers.get('content-type') ?? '');
    if (text && !isJson) {
      throw new CheckFailed(
        `${what} answers ${status} with something else than JSON: is this Cartable, or a proxy before it?`,
      );
    }
    const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    return { status, body: text ? JSON.parse(text) : null, cookies };
  }
}

/** @param {Answer} answer */
export function describe({ status, body }) {
  const problem = ProblemBody.safeParse(body);
  if (!problem.success) return String(status);
  const { code, retryAfter } = problem.data;
  return `${status} ${code}${retryAfter ? ` (come back in ${retryAfter} s)` : ''}`;
}
