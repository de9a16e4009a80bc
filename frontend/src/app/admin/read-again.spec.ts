import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Connection } from '../core/realtime/connection';
import { retryWhenFailed } from './read-again';

describe('what could not be read', () => {
  const connection = { state: signal('connected') };
  const room = { status: signal('failed'), load: jest.fn() };

  const isLookedAt = (isIt: boolean) => {
    const state = isIt ? 'visible' : 'hidden';
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  };

  beforeEach(() => {
    jest.useFakeTimers();
    connection.state.set('connected');
    room.status.set('failed');
    room.load.mockClear();
    TestBed.configureTestingModule({ providers: [{ provide: Connection, useValue: connection }] });
    TestBed.runInInjectionContext(() => retryWhenFailed(room));
    TestBed.tick();
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('is read again when the connection is back', () => {
    connection.state.set('offline');
    TestBed.tick();
    expect(room.load).not.toHaveBeenCalled();
    connection.state.set('connected');
    TestBed.tick();
    expect(room.load).toHaveBeenCalledTimes(1);
  });

  it('is read again when somebody looks, and not before', () => {
    isLookedAt(false);
    jest.advanceTimersByTime(60_000);
    expect(room.load).not.toHaveBeenCalled();
    isLookedAt(true);
    expect(room.load).toHaveBeenCalledTimes(1);
  });

  it('is read again after a while, until it is there', () => {
    jest.advanceTimersByTime(30_000);
    expect(room.load).toHaveBeenCalledTimes(1);
    room.status.set('ready');
    jest.advanceTimersByTime(60_000);
    expect(room.load).toHaveBeenCalledTimes(1);
  });
});
