import { fullJitter } from './full-jitter';

describe('the wait before the next attempt', () => {
  it('spreads over a bound that doubles and then stays', () => {
    expect([0, 1, 2, 9].map((attempt) => fullJitter(attempt, () => 1))).toEqual([
      500, 1000, 2000, 8_000,
    ]);
    expect(fullJitter(3, () => 0)).toBe(0);
    expect(fullJitter(5_000, () => 1)).toBe(8_000);
  });
});
