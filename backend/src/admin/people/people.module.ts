import { Module } from '@nestjs/common';
import { ClassesModule } from '../../classes/classes.module';
import { PeopleImportController } from './import/people-import.controller';
import { PeopleImportService } from './import/people-import.service';
import { PeopleController } from './people.controller';
import { PeopleList } from './people-list';
import { PeopleSearch } from './people-search';

@Module({
  imports: [ClassesModule],
  controllers: [PeopleImportController, PeopleController],
  providers: [PeopleImportService, PeopleList, PeopleSearch],
})
export class PeopleModule {}
