import { Injectable } from '@nestjs/common';
import { HealthIndicatorService } from '@nestjs/terminus';
import { HintListener } from '../cluster/hint-listener';
import { Redis } from '../cluster/redis';

/** Whether other instances are heard at once. Without that all is served still, only somewhat later. */
@Injectable()
export class PeersIndicator {
  constructor(
    private readonly hints: HintListener,
    private readonly redis: Redis,
    private readonly indicator: HealthIndicatorService,
  ) {}

  get isDegraded(): boolean {
    return !this.hints.isListening || (this.redis.client !== null && !this.redis.isReady);
  }

  check(key: string) {
    const redis = this.redis.client ? (this.redis.isReady ? 'ready' : 'away') : 'none';
    return this.indicator.check(key).up({ listening: this.hints.isListening, redis });
  }
}
