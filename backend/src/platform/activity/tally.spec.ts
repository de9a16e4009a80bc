import { Metrics } from '../metrics/metrics';
import { Tally } from './tally';

describe('the tally', () => {
  let now = 0;
  beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => now));
  afterEach(() => jest.restoreAllMocks());

  it('knows the last sixty seconds, and no more', () => {
    const tally = new Tally(new Metrics());
    tally.count('imports');
    now += 59_000;
    tally.count('imports');
    expect(tally.lastMinute().counts.imports).toBe(2);
    now += 1_000;
    expect(tally.lastMinute().counts.imports).toBe(1);
    now += 60_000;
    expect(tally.lastMinute().counts.imports).toBe(0);
  });

  it('hands out once what was counted, and again what could not be written', () => {
    const tally = new Tally(new Metrics());
    tally.count('wrongCodes');
    tally.delay(80);
    const taken = tally.take();
    expect(tally.take()).toBeNull();
    tally.count('wrongCodes');
    if (taken) tally.giveBack(taken);
    const again = tally.take();
    expect(again?.counts.wrongCodes).toBe(2);
    expect(again?.delays.reduce((sum, count) => sum + count)).toBe(1);
  });
});
