import { Module } from '@nestjs/common';
import { AuditLogModule } from './audit/audit-log.module';
import { AdminClassesModule } from './classes/classes.module';
import { CodesModule } from './codes/codes.module';
import { ContentModule } from './content/content.module';
import { OverviewModule } from './overview/overview.module';
import { PeopleModule } from './people/people.module';
import { PrivacyModule } from './privacy/privacy.module';
import { AdminSettingsModule } from './settings/settings.module';

/** What the dashboard reads and does; under `/api/admin`, for administrators only. */
@Module({
  imports: [
    OverviewModule,
    PeopleModule,
    AdminClassesModule,
    AuditLogModule,
    CodesModule,
    ContentModule,
    PrivacyModule,
    AdminSettingsModule,
  ],
})
export class AdminModule {}
