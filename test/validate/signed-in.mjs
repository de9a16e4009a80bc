import { Session } from '@cartable/contract';
import { ensure } from './check-failed.mjs';

/** Somebody who is signed in, and acts over HTTP. */
export class SignedIn {
  #cookie;

  /**
   * @param {import('./api.mjs').Api} api
   * @param {import('@cartable/contract').Session} session
   * @param {string} cookie
   */
  constructor(api, session, cookie) {
    this.api = api;
    this.token = session.accessToken;
    this.user = session.user;
    this.#cookie = cookie;
  }

  /**
   * @param {import('./api.mjs').Api} api
   * @param {{ email: string, password: string }} credentials
   */
  static async with(api, credentials) {
    const answer = await api.expect([200], 'POST', '/auth/login', { body: credentials });
    const session = Session.safeParse(answer.body);
    ensure(session.success, 'the answer to the sign-in is not what the contract says');
    return new SignedIn(api, session.data, answer.cookies.join('; '));
  }

  /**
   * @param {number[]} expected
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body]
   */
  call(expected, method, path, body) {
    return this.api.expect(expected, method, path, { token: this.token, body });
  }

  async signOut() {
    await this.api.expect([204], 'POST', '/auth/logout', { cookie: this.#cookie });
  }
}
