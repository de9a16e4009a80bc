import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { IdParam, ReportBody } from '@cartable/contract';
import type { Actor } from '../../platform/audit/audit.service';
import { ActorOf } from '../../platform/identity/actor.decorator';
import { Me } from '../../platform/identity/me.decorator';
import type { Principal } from '../../platform/identity/principal';
import { Refuses } from '../../platform/openapi/answers';
import { ReportingService } from './reporting.service';

@Controller('collections/:id/reports')
export class ReportsController {
  constructor(private readonly reporting: ReportingService) {}

  /** Tells the administrators that something is wrong with a collection of my list. */
  @Post()
  @HttpCode(204)
  @Refuses('validation-failed', 'not-found')
  report(
    @Me() me: Principal,
    @ActorOf() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: ReportBody }) body: ReportBody,
  ) {
    return this.reporting.report(me, actor, id, body);
  }
}
