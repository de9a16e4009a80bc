import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ActivityBucket, ActivityHistory } from '@cartable/contract';
import { DelayBuckets, quantile } from '../metrics/delays';

interface Row extends Omit<ActivityBucket, 'at' | 'p95'> {
  at: Date;
  delays: DelayBuckets;
}

const since = (table: string, age: string) => `
  SELECT at, imports, events, wrong_codes AS "wrongCodes", reconnects, slow, delays
  FROM ${table} WHERE at > now() - interval '${age}' ORDER BY at`;

const bucketOf = ({ at, delays, ...counts }: Row): ActivityBucket => ({
  ...counts,
  at: at.toISOString(),
  p95: quantile(delays, 0.95),
});

/** What was counted, by minute and by hour. */
@Injectable()
export class ActivityHistoryService {
  constructor(private readonly dataSource: DataSource) {}

  async read(): Promise<ActivityHistory> {
    const [minutes, hours] = await Promise.all([
      this.rows('activity_minute', '1 hour'),
      this.rows('activity_hour', '30 days'),
    ]);
    return { at: new Date().toISOString(), minutes, hours };
  }

  /** The minute that runs and the one before. */
  newest(): Promise<ActivityBucket[]> {
    return this.rows('activity_minute', '2 minutes');
  }

  private async rows(table: string, age: string): Promise<ActivityBucket[]> {
    return (await this.dataSource.query<Row[]>(since(table, age))).map(bucketOf);
  }
}
