import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { AuditLabels } from './audit-labels';
import { AuditLogService } from './audit-log.service';

@Module({ controllers: [AuditController], providers: [AuditLabels, AuditLogService] })
export class AuditLogModule {}
