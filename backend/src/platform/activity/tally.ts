import { Injectable } from '@nestjs/common';
import { counted, Counted, Counts } from '@cartable/contract';
import { Metrics } from '../metrics/metrics';
import { addDelays, bucketOf, DelayBuckets, noDelays } from '../metrics/delays';

const SECONDS = 60;

export interface Tallied {
  counts: Counts;
  delays: DelayBuckets;
}

export const noCounts = (): Counts => ({
  imports: 0,
  events: 0,
  wrongCodes: 0,
  reconnects: 0,
  slow: 0,
});

const nothing = (): Tallied => ({ counts: noCounts(), delays: noDelays() });

const add = (one: Tallied, other: Tallied): Tallied => {
  const counts = noCounts();
  for (const what of counted) counts[what] = one.counts[what] + other.counts[what];
  return { counts, delays: addDelays(one.delays, other.delays) };
};

/** What this process counts: for the minute just gone, for the ledger in Postgres, and for Prometheus. */
@Injectable()
export class Tally {
  private readonly seconds = new Map<number, Tallied>();
  private unwritten = nothing();

  constructor(private readonly metrics: Metrics) {}

  count(what: Counted): void {
    this.current().counts[what] += 1;
    this.unwritten.counts[what] += 1;
    this.metrics.counted[what].inc();
  }

  /** A delay that a screen saw, in milliseconds. */
  delay(ms: number): void {
    const bucket = bucketOf(ms);
    for (const tallied of [this.current(), this.unwritten]) {
      tallied.delays = tallied.delays.map((count, n) => (n === bucket ? count + 1 : count));
    }
    this.metrics.delay.observe(ms / 1_000);
  }

  /** The last sixty seconds. */
  lastMinute(): Tallied {
    this.forget();
    return [...this.seconds.values()].reduce(add, nothing());
  }

  /** What was counted since the last time; null when that is nothing. */
  take(): Tallied | null {
    const { unwritten } = this;
    const isNothing = counted.every((what) => unwritten.counts[what] === 0);
    if (isNothing && unwritten.delays.every((count) => count === 0)) return null;
    this.unwritten = nothing();
    return unwritten;
  }

  /** It could not be written: it is taken again the next time. */
  giveBack(tallied: Tallied): void {
    this.unwritten = add(this.unwritten, tallied);
  }

  private current(): Tallied {
    const now = second();
    let tallied = this.seconds.get(now);
    if (!tallied) {
      this.forget();
      tallied = nothing();
      this.seconds.set(now, tallied);
    }
    return tallied;
  }

  private forget(): void {
    const oldest = second() - SECONDS;
    for (const at of this.seconds.keys()) if (at <= oldest) this.seconds.delete(at);
  }
}

/** Of a clock that is never set. */
const second = (): number => Math.floor(performance.now() / 1_000);
