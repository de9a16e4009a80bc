import { Module } from '@nestjs/common';
import { CollectionsModule } from '../../collections/collections.module';
import { DisabledAccounts } from './disabled-accounts';
import { ErasureService } from './erasure.service';
import { ExportService } from './export.service';
import { PrivacyController } from './privacy.controller';

@Module({
  imports: [CollectionsModule],
  controllers: [PrivacyController],
  providers: [DisabledAccounts, ErasureService, ExportService],
})
export class PrivacyModule {}
