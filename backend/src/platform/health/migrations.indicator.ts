import { Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { DataSource } from 'typeorm';

/** Up when the schema is the one that this code was written for. */
@Injectable()
export class MigrationsIndicator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly indicator: HealthIndicatorService,
  ) {}

  async check(key: string) {
    const result = this.indicator.check(key);
    return (await this.dataSource.showMigrations()) ? result.down('pending') : result.up();
  }
}
