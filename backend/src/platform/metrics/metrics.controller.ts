import { timingSafeEqual, createHash } from 'node:crypto';
import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { Settings } from '../../config/settings';
import { Public } from '../identity/jwt.guard';
import { Problem } from '../problems/problem';
import { Metrics } from './metrics';

/** The addresses by which this machine speaks to itself. */
const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

/** What proxies add. One that adds nothing can't be told from a program on this machine: then set METRICS_TOKEN. */
const OF_A_PROXY = /^(x-forwarded-.+|forwarded|x-real-ip|via)$/;

/**
 * `GET /metrics` in the text format of Prometheus. With `METRICS_TOKEN`, for who names it as a bearer token; without, for programs on this
 * machine that come by no proxy, and not at all behind one (TRUST_PROXY). To all others it is not there.
 */
@Public()
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  read(@Req() request: Request): Promise<string> {
    if (!this.mayRead(request)) throw new Problem('not-found');
    return this.metrics.registry.metrics();
  }

  private mayRead({ headers, socket }: Request): boolean {
    const { metricsToken, trustProxy } = this.settings;
    if (metricsToken !== null) {
      return isSame(headers.authorization ?? '', `Bearer ${metricsToken}`);
    }
    const isForwarded = Object.keys(headers).some((name) => OF_A_PROXY.test(name));
    return trustProxy === 0 && !isForwarded && LOOPBACK.test(socket.remoteAddress ?? '');
  }
}

/** Takes as long whatever is wrong, and wherever. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
