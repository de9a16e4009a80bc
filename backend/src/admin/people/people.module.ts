import { Module } from '@nestjs/common';
import { PeopleController } from './people.controller';
import { PeopleList } from './people-list';

@Module({ controllers: [PeopleController], providers: [PeopleList] })
export class PeopleModule {}
