import { DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { AdminModule } from './admin/admin.module';
import { AccountsModule } from './accounts/accounts.module';
import { ClassesModule } from './classes/classes.module';
import { CollectionsModule } from './collections/collections.module';
import type { Settings } from './config/settings';
import { SettingsModule } from './config/settings.module';
import { DemoModule } from './demo/demo.module';
import { NotificationsModule } from './notifications/notifications.module';
import { ActivityModule } from './platform/activity/activity.module';
import { AuditModule } from './platform/audit/audit.module';
import { ClusterModule } from './platform/cluster/cluster.module';
import { DatabaseModule } from './platform/database/database.module';
import { HealthModule } from './platform/health/health.module';
import { IdentityModule } from './platform/identity/identity.module';
import { JournalModule } from './platform/journal/journal.module';
import { LoggingModule } from './platform/logging/logging.module';
import { MetricsModule } from './platform/metrics/metrics.module';
import { PageModule } from './platform/page/page.module';
import { ProblemFilter } from './platform/problems/problem.filter';
import { SchoolSettingsModule } from './platform/school-settings/school-settings.module';
import { RealtimeModule } from './realtime/realtime.module';

/** Cartable, whole. */
@Module({})
export class AppModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SettingsModule.forRoot(settings),
        LoggingModule.forRoot(),
        EventEmitterModule.forRoot(),
        DatabaseModule,
        ClusterModule,
        MetricsModule,
        ActivityModule,
        AuditModule,
        IdentityModule,
        SchoolSettingsModule,
        JournalModule,
        HealthModule,
        AccountsModule,
        ClassesModule,
        CollectionsModule,
        NotificationsModule,
        AdminModule,
        RealtimeModule,
        DemoModule,
        PageModule.forRoot(),
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
      ],
    };
  }
}
