import { Overview } from '@cartable/contract';
import { concernsOf } from './concerns';

const well: Overview = {
  at: '2026-11-23T10:00:00.000Z',
  people: { student: 380, teacher: 30, admin: 2 },
  sockets: 500,
  queue: 3,
  counts: { imports: 120, events: 900, wrongCodes: 4, reconnects: 9, slow: 0 },
  delays: { samples: 90, p50: 30, p95: 90, p99: 200 },
  database: { ms: 2, waiting: 0 },
  redis: 'none',
  instances: [],
  minutes: [],
};

describe('what an administrator should look at', () => {
  it('is nothing in a school that is well, nor in one that sleeps', () => {
    expect(concernsOf(well, 0)).toEqual([]);
    const asleep = { samples: 0, p50: null, p95: null, p99: null };
    expect(concernsOf({ ...well, sockets: 0, queue: 0, delays: asleep }, 0)).toEqual([]);
  });

  it.each<[string, Partial<Overview>, number]>([
    ['hotCodes', {}, 1],
    ['slowDelivery', { delays: { ...well.delays, p95: 1_400 } }, 0],
    ['guessing', { counts: { ...well.counts, wrongCodes: 60 } }, 0],
    ['slowDatabase', { database: { ms: 900, waiting: 0 } }, 0],
    ['slowDatabase', { database: { ms: 2, waiting: 40 } }, 0],
    ['queue', { queue: 9_000 }, 0],
    ['redis', { redis: 'away' }, 0],
  ])('is %s', (concern, change, hotCodes) => {
    expect(concernsOf({ ...well, ...change }, hotCodes)).toEqual([concern]);
  });
});
