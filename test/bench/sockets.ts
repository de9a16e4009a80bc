import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { io, Socket } from 'socket.io-client';
import type { CollectionWithCards, ShareCode } from '@cartable/contract';
import { migrate } from '../../backend/src/platform/database/migrate';
import { fullJitter } from '../../frontend/src/app/core/browser/full-jitter';
import { Database } from '../faults/database';
import { ServerProcess } from '../faults/server';
import { freePort } from '../support/free-port';

const HELP = `npm run bench:sockets -- [--sockets 5000] [--rate 300] [--seconds 10]
Linux only. What an idle socket costs, how long all take to be back after a restart, and how late events are under load.`;

const { values } = parseArgs({
  options: {
    sockets: { type: 'string', default: '5000' },
    rate: { type: 'string', default: '300' },
    seconds: { type: 'string', default: '10' },
    help: { type: 'boolean', default: false },
  },
});

const SOCKETS_A_PERSON = 5;
const LOADED_SOCKETS = 1_000;
const AT_ONCE = 50;
const KB = 1024;
const secret = randomBytes(48).toString('base64');
const say = (line: string) => void process.stdout.write(`${line}\n`);

interface Person {
  id: string;
  token: string;
}

/** A token as the server signs one: this is its own secret. */
function tokenOf(personId: string, sessionId: string): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const iat = Math.floor(Date.now() / 1_000);
  const claims = {
    sub: personId,
    sid: sessionId,
    iat,
    exp: iat + 3_600,
    aud: 'cartable',
    iss: 'cartable',
  };
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** People with a session, straight in the database: their passwords are of no use here. */
async function enrol(database: Database, count: number, role: string): Promise<Person[]> {
  const ids = Array.from({ length: count }, () => ({ id: randomUUID(), session: randomUUID() }));
  const people = ids.map(({ id }) => id);
  await database.query(
    `INSERT INTO person (id, email, display_name, role, password_hash)
     SELECT id, id || '@school.example', 'Somebody', $2, '' FROM unnest($1::uuid[]) AS id`,
    [people, role],
  );
  await database.query('INSERT INTO user_stream (user_id) SELECT unnest($1::uuid[])', [people]);
  await database.query(
    `INSERT INTO session (id, person_id, expires_at)
     SELECT s, p, now() + interval '1 day' FROM unnest($1::uuid[], $2::uuid[]) AS u(s, p)`,
    [ids.map(({ session }) => session), people],
  );
  return ids.map(({ id, session }) => ({ id, token: tokenOf(id, session) }));
}

/** A screen that comes back as the page does. */
class Screen {
  readonly socket: Socket;
  readonly delays: number[] = [];
  private last = 0;
  private attempt = 0;
  private retryMs = 0;

  constructor(url: string, token: string) {
    this.socket = io(url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      autoConnect: false,
      auth: (answer) => answer({ token, last: this.last }),
    });
    this.socket.on('bye', ({ retryMs }: { retryMs: number }) => (this.retryMs = retryMs));
    this.socket.on('connect', () => (this.attempt = 0));
    for (const event of ['disconnect', 'connect_error']) this.socket.on(event, () => this.later());
    this.socket.on('newCollection', ({ seq, at }: { seq: number; at: string }, ack: () => void) => {
      this.last = seq;
      this.delays.push(Date.now() - Date.parse(at));
      ack();
    });
  }

  private later(): void {
    setTimeout(() => this.socket.connect(), this.retryMs + fullJitter(this.attempt++)).unref();
    this.retryMs = 0;
  }
}

const connected = async (screens: Screen[]) => {
  while (screens.some(({ socket }) => !socket.connected)) await wait(20);
};

async function residentBytes(pid: number): Promise<number> {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * KB;
}

async function call<T>(
  url: string,
  token: string,
  method: string,
  target: string,
  body?: object,
): Promise<T> {
  const answer = await fetch(`${url}/api${target}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${target} answered ${answer.status}`);
  return (await answer.json()) as T;
}

async function main(): Promise<void> {
  if (values.help) return say(HELP);
  const [count, rate, seconds] = [values.sockets, values.rate, values.seconds].map(Number) as [
    number,
    number,
    number,
  ];
  const database = await Database.start();
  await migrate(database.url);
  const port = String(await freePort());
  const server = new ServerProcess('server', path.resolve(__dirname, '../../dist'), () => ({
    PORT: port,
    HOST: '127.0.0.1',
    DATABASE_URL: database.url,
    JWT_SECRET: secret,
    DEMO: 'false',
    LOG_LEVEL: 'error',
  }));
  await server.startSurely();
  const url = `http://127.0.0.1:${port}`;
  const people = await enrol(database, Math.ceil(count / SOCKETS_A_PERSON), 'student');
  const [teacher] = (await enrol(database, 1, 'teacher')) as [Person];

  // Warm: the first connections bring code into memory that the others share.
  const screens = Array.from({ length: count }, (_, n) => {
    const { token } = people[n % people.length] as Person;
    return new Screen(url, token);
  });
  const open = async (some: Screen[]) => {
    for (let n = 0; n < some.length; n += AT_ONCE) {
      const part = some.slice(n, n + AT_ONCE);
      for (const { socket } of part) socket.connect();
      await connected(part);
    }
  };
  await open(screens.slice(0, 100));
  await wait(1_000);
  const before = await residentBytes(server.pid);
  await open(screens.slice(100));
  await wait(5_000);
  const each = (await residentBytes(server.pid)) - before;
  say(
    `idle       ${(each / (count - 100) / KB).toFixed(1)} KB of resident memory a socket, over ${count} sockets`,
  );

  const stopMs = await server.stop('SIGTERM');
  const begun = performance.now();
  await server.startSurely();
  const readyMs = performance.now() - begun;
  await connected(screens);
  const backMs = performance.now() - begun;
  say(
    `restart    stopped in ${stopMs.toFixed(0)} ms, ready again after ${readyMs.toFixed(0)} ms, all sockets back after ${backMs.toFixed(0)} ms`,
  );

  const loaded = screens.slice(0, LOADED_SOCKETS);
  for (const { socket } of screens.slice(LOADED_SOCKETS))
    socket.off('disconnect').off('connect_error').disconnect();
  const collections = Math.ceil((rate * seconds) / people.length) + 1;
  const codes: string[] = [];
  for (let n = 0; n < collections; n += 1) {
    const cards = Array.from({ length: 50 }, (_, card) => ({
      front: `front ${card}`,
      back: 'back of a card',
    }));
    const { id } = await call<CollectionWithCards>(url, teacher.token, 'POST', '/collections', {
      title: 'Load',
      cards,
    });
    codes.push(
      (await call<ShareCode>(url, teacher.token, 'POST', `/collections/${id}/share-codes`, {}))
        .code,
    );
  }
  const imports: Promise<unknown>[] = [];
  const start = performance.now();
  for (let n = 0; n < rate * seconds; n += 1) {
    const due = start + (n / rate) * 1_000;
    if (due > performance.now()) await wait(due - performance.now());
    const { token } = people[n % people.length] as Person;
    imports.push(
      call(url, token, 'POST', `/share-codes/${codes[Math.floor(n / people.length)]}/import`),
    );
  }
  await Promise.all(imports);
  const took = (performance.now() - start) / 1_000;
  await wait(500);
  const delays = loaded.flatMap((screen) => screen.delays).sort((a, b) => a - b);
  const at = (share: number) => delays[Math.floor(delays.length * share)] ?? NaN;
  say(
    `load       ${(imports.length / took).toFixed(0)} imports a second over ${LOADED_SOCKETS} sockets: ${delays.length} events, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms from commit to screen`,
  );
  await server.stop('SIGKILL');
  await database.stop();
}

void main().then(() => process.exit());
