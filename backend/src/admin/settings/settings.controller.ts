import { Body, Controller, Get, Patch } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SchoolSettings, SchoolSettingsPatch } from '@cartable/contract';
import type { Actor } from '../../platform/audit/audit.service';
import { AuditService } from '../../platform/audit/audit.service';
import { ActorOf } from '../../platform/identity/actor.decorator';
import { Roles } from '../../platform/identity/jwt.guard';
import { Answers, Refuses } from '../../platform/openapi/answers';
import { SchoolSettingsService } from '../../platform/school-settings/school-settings.service';

@Roles('admin')
@Controller('admin/settings')
export class SettingsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: SchoolSettingsService,
    private readonly audit: AuditService,
  ) {}

  /** What administrators decide about the school. */
  @Get()
  @Answers(200, SchoolSettings)
  @Refuses('forbidden')
  read() {
    return this.settings.read();
  }

  /** Decides anew; what is not named stays. */
  @Patch()
  @Answers(200, SchoolSettings)
  @Refuses('validation-failed', 'forbidden')
  change(
    @ActorOf() actor: Actor,
    @Body({ schema: SchoolSettingsPatch }) patch: SchoolSettingsPatch,
  ) {
    return this.dataSource.transaction(async (db) => {
      const before = await this.settings.read(db);
      await this.settings.write(db, patch);
      const after = await this.settings.read(db);
      if (after.auditDays !== before.auditDays) {
        await this.audit.record(db, {
          act: 'settings.changed',
          by: actor,
          on: { kind: 'settings', id: 'auditDays' },
          details: { from: before.auditDays, to: after.auditDays },
        });
      }
      return after;
    });
  }
}
