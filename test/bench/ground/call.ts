import { Agent, request } from 'node:http';

/** Keeps its connections, as a browser does. */
const agent = new Agent({ keepAlive: true });

export interface Asked {
  url: string;
  token?: string;
  method?: string;
  path: string;
  body?: object;
  headers?: Record<string, string>;
}

export interface Answered {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  /** As it came over the wire: compressed, if it was. */
  body: Buffer;
}

/** Asks, and reads the answer to its end. */
export function ask({ url, token, method = 'GET', path, body, headers }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = body && JSON.stringify(body);
    const asking = request(`${url}/api${path}`, {
      agent,
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(sent ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
    });
    asking.on('error', reject);
    asking.on('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asking.end(sent);
  });
}

/** The same, for what must succeed; returns the JSON. */
export async function does<T>(asked: Asked): Promise<T> {
  const { status, body } = await ask(asked);
  if (status >= 300)
    throw new Error(
      `${asked.method ?? 'GET'} ${asked.path} answered ${status}: ${body.toString()}`,
    );
  return JSON.parse(body.toString()) as T;
}
