import type { Session } from '@cartable/contract';

const PATIENCE_MS = 8_000;
const RENEW_MS = 10 * 60_000;

/** A refusal that the server has answered. */
export class Refused extends Error {
  constructor(readonly status: number) {
    super(`answered ${status}`);
  }
}

/** One person's way to the API, through whatever the network is now. */
export class Account {
  private held: { token: string; at: number; cookie: string } | null = null;
  private signingIn: Promise<string> | null = null;

  constructor(
    readonly front: string,
    readonly id: string,
    readonly email: string,
    private readonly password: string,
  ) {}

  /** The next call signs in anew. */
  forget(): void {
    this.held = null;
  }

  token(): Promise<string> {
    if (this.held && Date.now() - this.held.at < RENEW_MS) return Promise.resolve(this.held.token);
    this.signingIn ??= this.signIn().finally(() => (this.signingIn = null));
    return this.signingIn;
  }

  /** Ends the session that it has; the next call begins another. */
  async signOut(): Promise<void> {
    const { held } = this;
    if (!held) return;
    await this.send('POST', '/auth/logout', undefined, { cookie: held.cookie });
    this.forget();
  }

  /** Throws {@link Refused}, or whatever says that no answer came. */
  async does<T>(method: string, path: string, body?: unknown): Promise<T> {
    return (await this.call<T>(method, path, body)).body;
  }

  async call<T>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: T }> {
    const answer = await this.send(method, path, body, {
      authorization: `Bearer ${await this.token()}`,
    });
    if (answer.status === 401) this.forget();
    if (answer.status >= 500) throw new Error(`answered ${answer.status}`);
    if (answer.status >= 400) throw new Refused(answer.status);
    const text = await answer.text();
    return { status: answer.status, body: (text ? JSON.parse(text) : null) as T };
  }

  private async signIn(): Promise<string> {
    const { email, password } = this;
    const answer = await this.send('POST', '/auth/login', { email, password });
    if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`);
    const { accessToken } = (await answer.json()) as Session;
    const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    this.held = { token: accessToken, at: Date.now(), cookie: cookie.join('; ') };
    return accessToken;
  }

  private send(method: string, path: string, body: unknown, headers = {}): Promise<Response> {
    return fetch(`${this.front}/api${path}`, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  }
}
