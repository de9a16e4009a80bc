import { addDelays, bucketOf, delaysOf, noDelays, quantile } from './delays';

const of = (...delays: number[]) => {
  const buckets = noDelays();
  for (const ms of delays) buckets[bucketOf(ms)] = (buckets[bucketOf(ms)] ?? 0) + 1;
  return buckets;
};

describe('delays', () => {
  it('of nobody have no quantiles', () => {
    expect(delaysOf(noDelays())).toEqual({ samples: 0, p50: null, p95: null, p99: null });
  });

  it('have quantiles within their bucket', () => {
    const many = of(...new Array<number>(98).fill(40), 1_200, 1_300);
    expect(quantile(many, 0.5)).toBeGreaterThan(35);
    expect(quantile(many, 0.5)).toBeLessThanOrEqual(50);
    expect(quantile(many, 0.99)).toBeGreaterThan(1_000);
  });

  it('above every bound count as the last bound', () => {
    expect(quantile(of(600_000), 0.5)).toBe(10_000);
  });

  it('of several servers are those of one', () => {
    expect(addDelays(of(30, 80), of(80))).toEqual(of(30, 80, 80));
  });
});
