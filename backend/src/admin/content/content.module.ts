import { Module } from '@nestjs/common';
import { CollectionsModule } from '../../collections/collections.module';
import { ContentController } from './content.controller';
import { ContentService } from './content.service';

@Module({
  imports: [CollectionsModule],
  controllers: [ContentController],
  providers: [ContentService],
})
export class ContentModule {}
