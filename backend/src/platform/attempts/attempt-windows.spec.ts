import { waitAfter } from './attempt-windows';

const now = new Date('2026-09-01T10:00:00Z');
const ago = (...seconds: number[]) => seconds.map((s) => new Date(now.getTime() - s * 1000));

describe('the wait after wrong attempts', () => {
  it('is none up to four in a minute', () => {
    expect(waitAfter(ago(1, 2, 3, 4), now)).toBe(0);
  });

  it('lasts until the fifth of the last minute is a minute old', () => {
    expect(waitAfter(ago(1, 2, 3, 4, 50), now)).toBe(10);
    expect(waitAfter(ago(1, 2, 3, 4, 61), now)).toBe(0);
  });

  it('lasts until the twentieth of the last hour is an hour old', () => {
    expect(waitAfter(ago(...Array.from({ length: 20 }, (_, n) => 100 * (n + 1))), now)).toBe(1_600);
  });

  it('lasts until the fiftieth of the last day is a day old', () => {
    expect(waitAfter(ago(...Array.from({ length: 50 }, (_, n) => 1_000 * (n + 1))), now)).toBe(
      36_400,
    );
  });
});
