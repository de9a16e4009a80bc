import { Module } from '@nestjs/common';
import { ClassesModule } from '../../classes/classes.module';
import { CollectionsModule } from '../../collections/collections.module';
import { CodeList } from './code-list';
import { CodeSearch } from './code-search';
import { CodesController } from './codes.controller';

/** The room in which codes are watched and switched off. */
@Module({
  imports: [ClassesModule, CollectionsModule],
  controllers: [CodesController],
  providers: [CodeList, CodeSearch],
})
export class CodesModule {}
