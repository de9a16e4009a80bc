import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  DueAccounts,
  DueAccountsQuery,
  SchoolSettings,
  SchoolSettingsPatch,
} from '@cartable/contract';
import { AccountErasure } from '../../accounts/account-erasure.service';
import type { Actor } from '../../platform/audit/audit.service';
import { AuditService } from '../../platform/audit/audit.service';
import { ActorOf } from '../../platform/identity/actor.decorator';
import { Roles } from '../../platform/identity/role-check';
import { Answers, Refuses } from '../../platform/openapi/answers';
import { SchoolSettingsService } from '../../platform/school-settings/school-settings.service';

@Roles('admin')
@Controller('admin/settings')
export class SettingsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: SchoolSettingsService,
    private readonly accounts: AccountErasure,
    private readonly audit: AuditService,
  ) {}

  /** What administrators decide about the school. */
  @Get()
  @Answers(200, SchoolSettings)
  @Refuses('forbidden')
  read() {
    return this.settings.read();
  }

  /** How many accounts would be erased if that were decided. */
  @Get('due-accounts')
  @Answers(200, DueAccounts)
  @Refuses('validation-failed', 'forbidden')
  async due(@Query({ schema: DueAccountsQuery }) { disabledDays }: DueAccountsQuery) {
    return { accounts: await this.accounts.countDisabled(this.dataSource.manager, disabledDays) };
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
      for (const key of ['auditDays', 'disabledDays'] as const) {
        if (after[key] === before[key]) continue;
        await this.audit.record(db, {
          act: 'settings.changed',
          by: actor,
          on: { kind: 'settings', id: key },
          details: { from: before[key], to: after[key] },
        });
      }
      return after;
    });
  }
}
