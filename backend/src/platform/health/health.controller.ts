import { Controller, Get } from '@nestjs/common';
import { HealthCheck, HealthCheckService, TypeOrmHealthIndicator } from '@nestjs/terminus';
import { Public } from '../identity/jwt.guard';
import { MigrationsIndicator } from './migrations.indicator';
import { PeersIndicator } from './peers.indicator';

@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly migrations: MigrationsIndicator,
    private readonly peers: PeersIndicator,
  ) {}

  /** The process answers. */
  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** The process can serve: database reachable, schema up to date. `degraded`: it serves, and hears other instances late. */
  @Get('ready')
  @HealthCheck()
  async ready() {
    const result = await this.health.check([
      () => this.database.pingCheck('database', { timeout: 2_000 }),
      () => this.migrations.check('migrations'),
      () => this.peers.check('peers'),
    ]);
    return this.peers.isDegraded ? { ...result, status: 'degraded' } : result;
  }
}
