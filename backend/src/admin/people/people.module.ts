import { Module } from '@nestjs/common';
import { ClassesModule } from '../../classes/classes.module';
import { AlikeLines } from './import/alike-lines.service';
import { FirstCards } from './import/first-cards.service';
import { Planning } from './import/planning.service';
import { PeopleImportController } from './import/people-import.controller';
import { PeopleImportService } from './import/people-import.service';
import { PeopleController } from './people.controller';
import { PeopleList } from './people-list';
import { PeopleSearch } from './people-search';

@Module({
  imports: [ClassesModule],
  controllers: [PeopleImportController, PeopleController],
  providers: [AlikeLines, FirstCards, PeopleImportService, PeopleList, PeopleSearch, Planning],
})
export class PeopleModule {}
