import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SessionEnd, StreamHead } from '@cartable/contract';
import { Socket } from 'ngx-socket-io';
import { Session } from '../session/session';
import { Link } from './link';
import { Stream } from './stream';

const EPOCH = '5b0a7c6e-0000-4000-8000-000000000001';
const HEAD: StreamHead = { epoch: EPOCH, seq: 4 };
const removed = (seq: number) => ({
  epoch: EPOCH,
  seq,
  at: '2026-11-23T10:00:00.000Z',
  collectionId: '5b0a7c6e-0000-4000-8000-00000000000c',
  title: 'x',
  by: 'M. Martin',
  reason: 'left',
});
const LONG_MS = 20_000;

/** The wrapped socket, as far as a server and a network can be seen through it. */
class FakeSocket {
  auth: (answer: (auth: object) => void) => void = () => undefined;
  attempts = 0;
  readonly emitted: [string, unknown][] = [];
  private readonly listeners = new Map<string, (...args: unknown[]) => void>();
  private any: (...args: unknown[]) => void = () => undefined;

  on(name: string, listener: (...args: unknown[]) => void): void {
    this.listeners.set(name, listener);
  }
  onAny(listener: (...args: unknown[]) => void): void {
    this.any = listener;
  }
  connect(): void {
    this.attempts += 1;
  }
  disconnect(): void {
    this.happens('disconnect');
  }
  emit(name: string, data: unknown): void {
    this.emitted.push([name, data]);
  }
  happens(name: string, ...args: unknown[]): void {
    this.listeners.get(name)?.(...args);
  }
  tells(name: string, data: unknown, ack?: () => void): void {
    this.any(name, data, ack);
  }
  introduction(): Promise<object> {
    return new Promise((resolve) => this.auth(resolve));
  }
}

function open() {
  const socket = new FakeSocket();
  const person = signal<{ id: string } | null>({ id: 'me' });
  const token = signal('first');
  const renew = jest.fn((_because?: SessionEnd) => Promise.resolve());
  const session = { person, token, renew, accessToken: () => Promise.resolve(token()) };
  TestBed.configureTestingModule({
    providers: [
      { provide: Socket, useValue: socket },
      { provide: Session, useValue: session },
    ],
  });
  const stream = TestBed.inject(Stream);
  const link = TestBed.inject(Link);
  TestBed.runInInjectionContext(() => link.start());
  TestBed.tick();
  return { socket, person, token, renew, stream, link };
}

function connected() {
  const all = open();
  all.stream.startFrom(HEAD);
  TestBed.tick();
  all.socket.happens('connect');
  return all;
}

const later = () => jest.advanceTimersByTimeAsync(LONG_MS);
const refusal = (code: string) =>
  Object.assign(new Error(code), { data: { type: 'about:blank', title: code, status: 401, code } });

describe('the connection of a page', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('begins when the state was read, and says where that stands', async () => {
    const { socket, stream } = open();
    expect(socket.attempts).toBe(0);
    stream.startFrom(HEAD);
    TestBed.tick();
    expect(socket.attempts).toBe(1);
    expect(await socket.introduction()).toEqual({ token: 'first', epoch: EPOCH, last: 4 });
  });

  it('applies what arrives, acknowledges it, and next time asks from there', async () => {
    const { socket, link } = connected();
    const ack = jest.fn();
    socket.tells('collectionRemoved', removed(5), ack);
    expect(ack).toHaveBeenCalledTimes(1);
    expect(link.connected()).toBe(true);
    expect(await socket.introduction()).toMatchObject({ last: 5 });
  });

  it('comes back by itself after an interruption, and at a gap', async () => {
    const { socket, link } = connected();
    socket.happens('disconnect');
    expect(link.connected()).toBe(false);
    await later();
    expect(socket.attempts).toBe(2);
    socket.happens('connect');
    const ack = jest.fn();
    socket.tells('collectionRemoved', removed(9), ack);
    await later();
    expect(ack).not.toHaveBeenCalled();
    expect(socket.attempts).toBe(3);
  });

  it('waits as long as the server asked for', async () => {
    const { socket } = connected();
    socket.tells('bye', { reason: 'slow', retryMs: 5_000 });
    socket.happens('disconnect');
    await jest.advanceTimersByTimeAsync(4_999);
    expect(socket.attempts).toBe(1);
    await later();
    expect(socket.attempts).toBe(2);
  });

  it('stays away when the session is over', async () => {
    const { socket, person, renew } = connected();
    renew.mockImplementation(() => Promise.resolve(person.set(null)));
    socket.tells('bye', { reason: 'session-ended', retryMs: null, because: 'account-erased' });
    socket.happens('disconnect');
    await later();
    expect(renew.mock.calls).toEqual([['account-erased']]);
    expect(socket.attempts).toBe(1);
  });

  it('comes back after a farewell for good when the session could be renewed all the same', async () => {
    const { socket } = connected();
    socket.tells('bye', { reason: 'session-ended', retryMs: null });
    socket.happens('disconnect');
    await later();
    expect(socket.attempts).toBe(2);
  });

  it('renews a refused token before it tries again', async () => {
    const { socket, renew } = connected();
    socket.happens('disconnect');
    await later();
    socket.happens('connect_error', refusal('session-ended'));
    expect(renew).toHaveBeenCalledTimes(1);
    await later();
    expect(socket.attempts).toBe(3);
  });

  it('tries again without renewing when nobody could be reached', async () => {
    const { socket, renew } = connected();
    socket.happens('disconnect');
    await later();
    socket.happens('connect_error', new Error('websocket error'));
    await later();
    expect(renew).not.toHaveBeenCalled();
    expect(socket.attempts).toBe(3);
  });

  it('hands a fresh token to the living connection', () => {
    const { socket, token } = connected();
    token.set('second');
    TestBed.tick();
    expect(socket.emitted).toEqual([['renew', { token: 'second' }]]);
  });

  it('ends with the session, for good', async () => {
    const { socket, person, link } = connected();
    person.set(null);
    TestBed.tick();
    await later();
    expect(link.connected()).toBe(false);
    expect(socket.attempts).toBe(1);
  });
});
