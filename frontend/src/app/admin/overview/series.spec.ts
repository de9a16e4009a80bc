import { ActivityBucket } from '@cartable/contract';
import { byDay, byHourOfWeek, byMinute, merged } from './series';

const bucket = (at: Date | string, imports: number, p95: number | null = null): ActivityBucket => ({
  at: new Date(at).toISOString(),
  imports,
  events: 0,
  wrongCodes: 0,
  reconnects: 0,
  slow: 0,
  p95,
});
/** By this device's clock: a Monday, 10:42:30. */
const NOW = new Date(2026, 10, 23, 10, 42, 30);

describe('the series of the charts', () => {
  it('have a bar for every minute of the last hour, the newest last', () => {
    const points = byMinute([bucket(new Date(2026, 10, 23, 10, 40), 7)], 'imports', NOW.getTime());
    expect(points).toHaveLength(60);
    expect(points.at(-3)).toEqual({ at: new Date(2026, 10, 23, 10, 40).getTime(), value: 7 });
    expect(points.at(-1)?.value).toBe(0);
  });

  it('say nothing of a delay that nobody saw', () => {
    expect(byMinute([], 'p95', NOW.getTime()).at(-1)?.value).toBeNull();
  });

  it('add up the hours of a day, and take the worst of delays', () => {
    const hours = [
      bucket(new Date(2026, 10, 23, 8), 2, 90),
      bucket(new Date(2026, 10, 23, 9), 3, 400),
    ];
    expect(byDay(hours, 'imports', NOW.getTime()).at(-1)?.value).toBe(5);
    expect(byDay(hours, 'p95', NOW.getTime()).at(-1)?.value).toBe(400);
    expect(byDay(hours, 'imports', NOW.getTime())).toHaveLength(30);
  });

  it('add up the same hour of the week, Monday first', () => {
    const hours = [
      bucket(new Date(2026, 10, 16, 8), 2),
      bucket(new Date(2026, 10, 23, 8), 3),
      bucket(new Date(2026, 10, 22, 23), 1),
    ];
    const week = byHourOfWeek(hours, 'imports');
    expect(week[0]?.[8]).toBe(5);
    expect(week[6]?.[23]).toBe(1);
  });

  it('take the newer word on a minute', () => {
    const minute = new Date(2026, 10, 23, 10, 42);
    const all = merged([bucket(minute, 1)], [bucket(minute, 4)]);
    expect(all.map(({ imports }) => imports)).toEqual([4]);
  });
});
