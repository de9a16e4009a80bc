import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditRetention } from './audit-retention';
import { AuditEntity } from './audit.entity';
import { AuditService } from './audit.service';

/** Global because every room has acts that are written down. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditEntity])],
  providers: [AuditService, AuditRetention],
  exports: [AuditService],
})
export class AuditModule {}
