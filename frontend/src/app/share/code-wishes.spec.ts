import { dayAhead, readCap, readExpiry } from './code-wishes';

const now = new Date(2026, 10, 23, 10, 30);

describe('the expiry of a code', () => {
  it('is the end of the chosen day', () => {
    expect(readExpiry('2026-12-07', now)).toEqual({
      at: new Date(2026, 11, 7, 23, 59, 59).toISOString(),
    });
    expect(readExpiry('2026-11-23', now)).toHaveProperty('at');
  });

  it.each([
    ['', 'missing'],
    ['2026', 'missing'],
    ['2026-11-22', 'past'],
    ['1999-01-01', 'past'],
    ['2027-11-25', 'tooFar'],
  ])('refuses %p as %s', (value, wrong) => expect(readExpiry(value, now)).toEqual({ wrong }));

  it('is proposed across the end of a year', () => {
    expect(dayAhead(14, now)).toBe('2026-12-07');
    expect(dayAhead(45, now)).toBe('2027-01-07');
  });
});

describe('the cap of a code', () => {
  it.each([
    ['', undefined],
    [' ', undefined],
    ['28', 28],
    ['10000', 10_000],
    ['0', null],
    ['-1', null],
    ['2.5', null],
    ['10001', null],
    ['x', null],
  ])('reads %p as %p', (value, cap) => expect(readCap(value)).toBe(cap));
});
