import type {
  CollectionWithCards,
  Me,
  NewShareCodeBody,
  Session,
  ShareCode,
} from '@cartable/contract';
import { Device, DeviceOptions } from './device';

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}

/** Somebody at a school: speaks HTTP and opens devices. */
export class Person {
  token = '';
  cookie = '';
  me!: Me;
  private readonly devices: Device[] = [];

  constructor(
    readonly url: string,
    readonly email: string,
    readonly password: string,
  ) {}

  async signIn(): Promise<this> {
    const answer = await this.call<Session>('POST', '/auth/login', {
      email: this.email,
      password: this.password,
    });
    if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}`);
    this.token = answer.body.accessToken;
    this.me = answer.body.user;
    this.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    return this;
  }

  /** Calls the API. `raw` sends a body as it is. */
  async call<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    raw?: string,
  ): Promise<Answer<T>> {
    const headers: Record<string, string> = {};
    if (this.token) headers.authorization = `Bearer ${this.token}`;
    if (this.cookie) headers.cookie = this.cookie;
    if (body !== undefined || raw !== undefined) headers['content-type'] = 'application/json';
    const answer = await fetch(`${this.url}/api${path}`, {
      method,
      headers,
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: (text === '' ? null : JSON.parse(text)) as T,
    };
  }

  /** The same, for what must succeed. */
  async does<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.call<T>(method, path, body);
    if (answer.status >= 300)
      throw new Error(
        `${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`,
      );
    return answer.body;
  }

  /** What is offered for download. */
  async file(path: string): Promise<{ disposition: string; text: string }> {
    const answer = await fetch(`${this.url}/api${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    const disposition = answer.headers.get('content-disposition') ?? '';
    return { disposition, text: await answer.text() };
  }

  makes(
    title: string,
    cards: { front: string; back: string }[] = [{ front: 'recto', back: 'verso' }],
  ) {
    return this.does<CollectionWithCards>('POST', '/collections', { title, cards });
  }

  /** Makes a collection and a code for it. */
  async shares(title: string, options: NewShareCodeBody = {}) {
    const collection = await this.makes(title);
    const { code } = await this.does<ShareCode>(
      'POST',
      `/collections/${collection.id}/share-codes`,
      options,
    );
    return { code, collection };
  }

  imports(code: string) {
    return this.call<{ collection: CollectionWithCards; message: string; importedAt: string }>(
      'POST',
      `/share-codes/${code}/import`,
    );
  }

  async connects(options: DeviceOptions = {}): Promise<Device> {
    const device = await Device.connect(this.url, { token: this.token, ...options });
    this.devices.push(device);
    return device;
  }

  /** Closes all devices. */
  leaves(): void {
    for (const device of this.devices.splice(0)) device.close();
  }
}
