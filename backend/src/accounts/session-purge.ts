import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DailyWork } from '../platform/daily-work';

/** As long as a device may still ask why its session is over. */
const KEPT_DAYS = 30;

/** Deletes sessions that have been over for a month: who signed in when is for the audit to know. */
@Injectable()
export class SessionPurge extends DailyWork {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  /** Deletes now; returns how many are gone. */
  async purge(): Promise<number> {
    const [, gone] = await this.dataSource.query<[unknown, number]>(
      `DELETE FROM session WHERE least(ended_at, expires_at) < now() - make_interval(days => $1)`,
      [KEPT_DAYS],
    );
    return gone;
  }

  protected async work(): Promise<void> {
    const sessions = await this.purge();
    if (sessions > 0) this.logger.log({ sessions }, 'sessions purged');
  }
}
