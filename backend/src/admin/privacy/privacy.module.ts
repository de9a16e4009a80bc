import { Module } from '@nestjs/common';
import { CollectionsModule } from '../../collections/collections.module';
import { ErasureService } from './erasure.service';
import { ExportService } from './export.service';
import { PrivacyController } from './privacy.controller';

@Module({
  imports: [CollectionsModule],
  controllers: [PrivacyController],
  providers: [ErasureService, ExportService],
})
export class PrivacyModule {}
