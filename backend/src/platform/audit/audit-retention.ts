import { Injectable, Logger, OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SchoolSettingsService } from '../school-settings/school-settings.service';

/** Any number that no other program takes an advisory lock on; all instances of Cartable take the same. */
const RETENTION_LOCK = 7_264_908;

const DAY_MS = 86_400_000;
/** With jitter, so that instances that start together do not come together ever after. */
const FIRST_MS = 120_000;
const JITTER_MS = 3_600_000;
const ENTRIES_PER_STEP = 1_000;

/** The only way out of the audit: `cartable.audit` tells its trigger who it is, for this transaction. */
const DELETE_OLDEST = `
  DELETE FROM audit_entry WHERE id IN (
    SELECT id FROM audit_entry WHERE at < now() - make_interval(days => $1) ORDER BY at LIMIT ${ENTRIES_PER_STEP}
  ) RETURNING 1`;

/** Deletes what is older than the settings' `auditDays`: soon after the start, then daily, on one instance at a time. */
@Injectable()
export class AuditRetention implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AuditRetention.name);
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly schoolSettings: SchoolSettingsService,
  ) {}

  onApplicationBootstrap(): void {
    this.later(Math.random() * FIRST_MS);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Deletes now, in steps; returns how many are gone. */
  async trim(): Promise<number> {
    const { auditDays } = await this.schoolSettings.read();
    let gone = 0;
    for (let step = ENTRIES_PER_STEP; step === ENTRIES_PER_STEP && !this.stopped; gone += step) {
      step = await this.step(auditDays);
    }
    return gone;
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

  private later(ms: number): void {
    this.timer = setTimeout(() => {
      this.running = this.trimAndTell();
    }, ms);
    this.timer.unref();
  }

  private async trimAndTell(): Promise<void> {
    try {
      const entries = await this.trim();
      if (entries > 0) this.logger.log({ entries }, 'audit trimmed');
    } catch (error) {
      this.logger.warn({ err: error as Error }, 'audit not trimmed; tried again tomorrow');
    }
    if (!this.stopped) this.later(DAY_MS + Math.random() * JITTER_MS);
  }
}
