import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Collections } from '../core/collections/collections';
import { Connection } from '../core/realtime/connection';
import { BoardPage } from './board-page';
import { BoardState } from './board-state';
import { FullScreen } from './full-screen';
import { ScreenAwake } from './screen-awake';

describe('a board', () => {
  const opens = () => {
    jest.useFakeTimers();
    const visible = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    const load = jest.fn(() => Promise.resolve());
    TestBed.configureTestingModule({
      providers: [
        { provide: Collections, useValue: {} },
        { provide: Connection, useValue: { state: signal('connected') } },
      ],
    });
    const providers = [
      { provide: BoardState, useValue: { load, tick: () => undefined } },
      { provide: FullScreen, useValue: {} },
      { provide: ScreenAwake, useValue: {} },
    ];
    TestBed.overrideComponent(BoardPage, { set: { template: '', imports: [], providers } });
    const fixture = TestBed.createComponent(BoardPage);
    fixture.componentRef.setInput('code', 'BKRT-MVPL');
    fixture.detectChanges();
    TestBed.tick();
    load.mockClear();
    return { load, visible };
  };
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('looks by itself every 15 seconds', () => {
    const { load } = opens();
    jest.advanceTimersByTime(45_000);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('does not while nobody sees it, and does as soon as somebody does', () => {
    const { load, visible } = opens();
    visible.mockReturnValue('hidden');
    jest.advanceTimersByTime(45_000);
    expect(load).not.toHaveBeenCalled();
    visible.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(load).toHaveBeenCalledTimes(1);
  });
});
