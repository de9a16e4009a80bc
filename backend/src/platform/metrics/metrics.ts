import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Counted } from '@cartable/contract';
import { DELAY_BOUNDS } from './delays';

/** What Prometheus reads of this process; a registry of its own, so that several in one process do not meet. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly counted: Record<Counted, Counter> = {
    imports: this.counter('cartable_imports_total', 'Collections imported by code'),
    events: this.counter('cartable_events_total', 'Events handed to a screen'),
    wrongCodes: this.counter('cartable_wrong_codes_total', 'Codes typed that open nothing'),
    reconnects: this.counter('cartable_reconnects_total', 'Screens that came back'),
    slow: this.counter('cartable_slow_consumers_total', 'Connections that did not keep up'),
  };

  readonly delay = new Histogram({
    name: 'cartable_delivery_delay_seconds',
    help: 'From commit to screen, as a sample of screens saw it',
    buckets: DELAY_BOUNDS.map((ms) => ms / 1_000),
    registers: [this.registry],
  });

  readonly http = new Histogram({
    name: 'cartable_http_request_duration_seconds',
    help: 'From a request until its answer is written',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A value that is looked up when somebody asks. With labels, `read` answers a value for each. */
  gauge(name: string, help: string, read: () => number): void;
  gauge(name: string, help: string, read: () => Record<string, number>, label: string): void;
  gauge(
    name: string,
    help: string,
    read: () => number | Record<string, number>,
    label?: string,
  ): void {
    new Gauge({
      name,
      help,
      labelNames: label ? [label] : [],
      registers: [this.registry],
      collect() {
        const now = read();
        if (typeof now === 'number') return this.set(now);
        for (const [value, count] of Object.entries(now)) {
          this.set({ [label ?? '']: value }, count);
        }
      },
    });
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }
}
