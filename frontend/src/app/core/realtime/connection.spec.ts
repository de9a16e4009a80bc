import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EMPTY } from 'rxjs';
import { Session } from '../session/session';
import { Connection } from './connection';
import { Link } from './link';
import { Stream } from './stream';

function open() {
  const connected = signal(false);
  const state = signal<'unknown' | 'signed-in' | 'signed-out'>('signed-in');
  const link = { connected, ping: jest.fn(() => Promise.resolve(12)), reopen: jest.fn() };
  const stream = { events: EMPTY, reloaded: EMPTY, position: () => ({ seq: 7 }) };
  TestBed.configureTestingModule({
    providers: [
      { provide: Link, useValue: link },
      { provide: Session, useValue: { state } },
      { provide: Stream, useValue: stream },
    ],
  });
  const connection = TestBed.inject(Connection);
  const pass = async (ms: number) => {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(ms);
    TestBed.tick();
  };
  return { connection, connected, state, link, pass };
}

function look(visibilityState: DocumentVisibilityState) {
  Object.defineProperty(document, 'visibilityState', {
    value: visibilityState,
    configurable: true,
  });
}

describe('what the page says of its connection', () => {
  beforeEach(() => {
    look('visible');
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('is offline only after three seconds without one', async () => {
    const { connection, connected, pass } = open();
    await pass(2_900);
    expect(connection.state()).toBe('connecting');
    await pass(200);
    expect(connection.state()).toBe('offline');
    connected.set(true);
    await pass(1);
    expect(connection.state()).toBe('connected');
    expect(connection.offlineSince()).toBeNull();
    connected.set(false);
    await pass(1);
    expect(connection.state()).toBe('connecting');
  });

  it('is signed out, not offline, without a session', async () => {
    const { connection, state, pass } = open();
    state.set('signed-out');
    await pass(10_000);
    expect(connection.state()).toBe('signed-out');
    expect(connection.offlineSince()).toBeNull();
  });

  it('measures the delay while somebody looks, and as soon as somebody looks again', async () => {
    const { connection, connected, link, pass } = open();
    connected.set(true);
    await pass(1);
    expect(connection.lastPingMs()).toBe(12);
    await pass(25_000);
    expect(link.ping).toHaveBeenCalledTimes(2);
    look('hidden');
    await pass(60_000);
    expect(link.ping).toHaveBeenCalledTimes(2);
    look('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(link.ping).toHaveBeenCalledTimes(3);
  });

  it('gives up a connection that does not answer', async () => {
    const { connected, link, pass } = open();
    link.ping.mockRejectedValueOnce(new Error('timeout'));
    connected.set(true);
    await pass(1);
    expect(link.reopen).toHaveBeenCalledTimes(1);
  });
});
