import { Injectable, Logger, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

const EVERY_MS = 3_600_000;

/** Removes, hour by hour, what no window counts any more: who once mistyped is not remembered for ever. */
@Injectable()
export class AttemptsPurge implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(AttemptsPurge.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly dataSource: DataSource) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.run().catch((error: unknown) => this.logger.error({ err: error }, 'purge failed'));
    }, EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Several instances may do it at once: rows that another one, or an attempt, holds are left for the next time. */
  async run(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM attempts WHERE subject IN (
         SELECT subject FROM attempts
         WHERE NOT EXISTS (SELECT FROM unnest(at) AS t WHERE t > clock_timestamp() - interval '1 day')
         FOR UPDATE SKIP LOCKED)`,
    );
  }
}
