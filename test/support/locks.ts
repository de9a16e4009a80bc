import type { DataSource } from 'typeorm';
import { until } from './until';

/** Looks until so many connections of this database wait for a lock. */
export const waitingForLocks = (database: DataSource, count: number): Promise<void> =>
  until(async () => {
    const waiting = await database.query<unknown[]>(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return waiting.length >= count;
  });
