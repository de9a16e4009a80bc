import { Arrivals } from './arrivals';

describe('what arrives in the list', () => {
  it('glows once, and only if it was not there at first', () => {
    const arrivals = new Arrivals();
    expect(arrivals.isArriving('first')).toBe(false);
    arrivals.begin(['first']);
    expect(arrivals.isArriving('first')).toBe(false);
    expect(arrivals.isArriving('second')).toBe(true);
    arrivals.hasArrived('second');
    expect(arrivals.isArriving('second')).toBe(false);
  });

  it('is not forgotten when the list is shown again', () => {
    const arrivals = new Arrivals();
    arrivals.begin(['first']);
    arrivals.begin(['first', 'second']);
    expect(arrivals.isArriving('second')).toBe(true);
  });
});
