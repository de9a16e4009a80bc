import { Module } from '@nestjs/common';
import { ClassesModule } from '../../classes/classes.module';
import { PeopleImportController } from './import/people-import.controller';
import { PeopleImportService } from './import/people-import.service';
import { PeopleController } from './people.controller';
import { PeopleList } from './people-list';

@Module({
  imports: [ClassesModule],
  controllers: [PeopleImportController, PeopleController],
  providers: [PeopleImportService, PeopleList],
})
export class PeopleModule {}
