import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DailyWork } from '../daily-work';
import { SchoolSettingsService } from '../school-settings/school-settings.service';

/** Any number that no other program takes an advisory lock on; all instances of Cartable take the same. */
const RETENTION_LOCK = 7_264_908;

const ENTRIES_PER_STEP = 1_000;

/** The only way out of the audit: `cartable.audit` tells its trigger who it is, for this transaction. */
const DELETE_OLDEST = `
  DELETE FROM audit_entry WHERE id IN (
    SELECT id FROM audit_entry WHERE at < now() - make_interval(days => $1) ORDER BY at LIMIT ${ENTRIES_PER_STEP}
  ) RETURNING 1`;

/** Deletes what is older than the settings' `auditDays`, on one instance at a time. */
@Injectable()
export class AuditRetention extends DailyWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly schoolSettings: SchoolSettingsService,
  ) {
    super();
  }

  /** Deletes now, in steps; returns how many are gone. */
  async trim(): Promise<number> {
    const { auditDays } = await this.schoolSettings.read();
    let gone = 0;
    for (let step = ENTRIES_PER_STEP; step === ENTRIES_PER_STEP; gone += step) {
      step = this.signal.aborted ? 0 : await this.step(auditDays);
    }
    return gone;
  }

  protected async work(): Promise<void> {
    const entries = await this.trim();
    if (entries > 0) this.logger.log({ entries }, 'audit trimmed');
  }

  private step(days: number): Promise<number> {
    return this.dataSource.transaction(async (db) => {
      const [turn] = await db.query<{ mine: boolean }[]>(
        'SELECT pg_try_advisory_xact_lock($1) AS mine',
        [RETENTION_LOCK],
      );
      if (!turn?.mine) return 0;
      await db.query(`SET LOCAL cartable.audit = 'retention'`);
      const [gone] = await db.query<[unknown[]]>(DELETE_OLDEST, [days]);
      return gone.length;
    });
  }
}
