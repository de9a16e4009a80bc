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

const none = { hotCodes: 0, reports: 0 };

describe('what an administrator should look at', () => {
  it('is nothing in a school that is well, nor in one that sleeps', () => {
    expect(concernsOf(well, none)).toEqual([]);
    const asleep = { samples: 0, p50: null, p95: null, p99: null };
    expect(concernsOf({ ...well, sockets: 0, queue: 0, delays: asleep }, none)).toEqual([]);
  });

  it.each<[string, Partial<Overview>, Partial<Record<keyof typeof none, number | null>>]>([
    ['hotCodes', {}, { hotCodes: 1 }],
    ['reports', {}, { reports: 2 }],
    ['unreadCodes', {}, { hotCodes: null }],
    ['unreadReports', {}, { reports: null }],
    ['slowDelivery', { delays: { ...well.delays, p95: 1_400 } }, {}],
    ['guessing', { counts: { ...well.counts, wrongCodes: 60 } }, {}],
    ['slowDatabase', { database: { ms: 900, waiting: 0 } }, {}],
    ['slowDatabase', { database: { ms: 2, waiting: 40 } }, {}],
    ['queue', { queue: 9_000 }, {}],
    ['redis', { redis: 'away' }, {}],
  ])('is %s', (concern, change, counts) => {
    expect(concernsOf({ ...well, ...change }, { ...none, ...counts })).toEqual([concern]);
  });
});
