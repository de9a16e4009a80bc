import { Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Tallied, Tally } from './tally';

const EVERY_MS = 10_000;
const MINUTES_KEPT = '2 days';
const HOURS_KEPT = '400 days';

const upsert = (table: string, unit: string) => `
  INSERT INTO ${table} AS kept (at, imports, events, wrong_codes, reconnects, slow, delays)
  VALUES (date_trunc('${unit}', now()), $1, $2, $3, $4, $5, $6::int[])
  ON CONFLICT (at) DO UPDATE SET
    imports = kept.imports + excluded.imports,
    events = kept.events + excluded.events,
    wrong_codes = kept.wrong_codes + excluded.wrong_codes,
    reconnects = kept.reconnects + excluded.reconnects,
    slow = kept.slow + excluded.slow,
    delays = ARRAY(
      SELECT COALESCE(one, 0) + COALESCE(other, 0)
      FROM unnest(kept.delays, excluded.delays) WITH ORDINALITY AS u(one, other, n) ORDER BY n)`;

const MINUTE = upsert('activity_minute', 'minute');
const HOUR = upsert('activity_hour', 'hour');

/**
 * Adds what was counted here to the minute and the hour: history is read from few rows, not from events. Provide it in a module that is
 * not global: those stop before the pool of connections does.
 */
@Injectable()
export class ActivityLedger implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ActivityLedger.name);
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly tally: Tally,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), EVERY_MS);
    this.timer.unref();
  }

  /** What was counted last, in requests that were let finish, is still written. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** Writes now what was not written yet. Never rejects: what can't be written is written the next time. */
  write(): Promise<void> {
    return (this.writing = this.writing.then(() => this.writeOnce()));
  }

  private async writeOnce(): Promise<void> {
    const tallied = this.tally.take();
    if (!tallied) return;
    try {
      await this.add(tallied);
    } catch (error) {
      this.tally.giveBack(tallied);
      this.logger.warn({ err: error as Error }, 'counters not written');
    }
  }

  private add({ counts, delays }: Tallied): Promise<void> {
    const { imports, events, wrongCodes, reconnects, slow } = counts;
    const values = [imports, events, wrongCodes, reconnects, slow, delays];
    return this.dataSource.transaction(async (db) => {
      await db.query(MINUTE, values);
      await db.query(HOUR, values);
      await db.query(`DELETE FROM activity_minute WHERE at < now() - interval '${MINUTES_KEPT}'`);
      await db.query(`DELETE FROM activity_hour WHERE at < now() - interval '${HOURS_KEPT}'`);
    });
  }
}
