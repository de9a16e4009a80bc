import { TestBed } from '@angular/core/testing';
import { Countdown } from './countdown';

describe('a countdown', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes by the clock to zero and stays there', () => {
    const countdown = TestBed.runInInjectionContext(() => new Countdown());
    countdown.start(42);
    expect(countdown.left()).toBe(42);
    jest.advanceTimersByTime(1_500);
    expect(countdown.left()).toBe(41);
    jest.advanceTimersByTime(60_000);
    expect(countdown.left()).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });
});
