import { ask, Answered } from '../ground/call';
import { refreshCookie } from '../ground/refresh-cookie';
import type { Person } from '../people';
import { fetchHeaders } from './browser-headers';
import type { Bytes } from './bytes';
import { Wire } from './wire';

export interface Owner {
  person: Person;
  secret: string;
}

/** The pupil's device on a wire of its own: asks as a browser does. */
export abstract class Device {
  constructor(
    protected readonly wire: Wire,
    protected readonly owner: Owner,
    /** Whether it takes compressed answers. */
    protected readonly compressed: boolean,
  ) {}

  /** Reads the list as the page does. */
  protected list(headers: Record<string, string> = {}): Promise<Answered> {
    return this.ask('GET', '/collections?limit=500', {
      authorization: `Bearer ${this.owner.person.token}`,
      ...headers,
    });
  }

  /** Takes a new access token, and says how many bytes that took. */
  async renews(): Promise<Bytes> {
    this.wire.take();
    const { name, value } = refreshCookie(this.owner.secret, this.owner.person);
    await this.ask('POST', '/auth/refresh', { cookie: `${name}=${value}` }, {});
    return this.wire.take();
  }

  private async ask(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: object,
  ): Promise<Answered> {
    const { url } = this.wire;
    const asked = { url, method, path, body };
    const answer = await ask({
      ...asked,
      headers: { ...fetchHeaders(this.compressed), ...headers },
    });
    if (answer.status >= 400) throw new Error(`${method} ${path} answered ${answer.status}`);
    return answer;
  }
}
