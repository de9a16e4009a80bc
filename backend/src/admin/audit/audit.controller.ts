import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditExportQuery, AuditPage, AuditQuery } from '@cartable/contract';
import type { Actor } from '../../platform/audit/audit.service';
import { AuditService } from '../../platform/audit/audit.service';
import { download } from '../../platform/http/download';
import { ActorOf } from '../../platform/identity/actor.decorator';
import { Roles } from '../../platform/identity/role-check';
import { Answers, AnswersFile, Refuses } from '../../platform/openapi/answers';
import { csvOf, jsonOf } from './audit-file';
import { AuditLogService } from './audit-log.service';

@Roles('admin')
@Controller('admin/audit')
export class AuditController {
  constructor(
    private readonly log: AuditLogService,
    private readonly audit: AuditService,
    private readonly dataSource: DataSource,
  ) {}

  /** Who did what to what, when, from where; newest first. */
  @Get()
  @Answers(200, AuditPage)
  @Refuses('validation-failed', 'forbidden')
  page(@Query({ schema: AuditQuery }) query: AuditQuery) {
    return this.log.page(query);
  }

  /** The same as a file, all of it. */
  @Get('export')
  @AnswersFile('text/csv', 'application/json')
  @Refuses('validation-failed', 'forbidden')
  async export(
    @ActorOf() actor: Actor,
    @Query({ schema: AuditExportQuery }) { format, ...filter }: AuditExportQuery,
  ) {
    await this.audit.record(this.dataSource.manager, {
      act: 'audit.exported',
      by: actor,
      details: { format },
    });
    const entries = this.log.all(filter);
    return format === 'csv'
      ? download(csvOf(entries), { type: 'text/csv', name: 'audit.csv' })
      : download(jsonOf(entries), { type: 'application/json', name: 'audit.json' });
  }
}
