import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  AdminPerson,
  FirstPassword,
  IdParam,
  NewPersonBody,
  PeopleFilter,
  PeoplePage,
  PeopleQuery,
  PersonPatch,
  SignedOut,
} from '@cartable/contract';
import { PeopleService } from '../../accounts/people.service';
import type { Actor } from '../../platform/audit/audit.service';
import { AuditService } from '../../platform/audit/audit.service';
import { download } from '../../platform/http/download';
import { ActorOf } from '../../platform/identity/actor.decorator';
import { Roles } from '../../platform/identity/role-check';
import { Answers, AnswersFile, Refuses } from '../../platform/openapi/answers';
import { peopleFile } from './people-file';
import { PeopleList } from './people-list';

@Roles('admin')
@Controller('admin/people')
export class PeopleController {
  constructor(
    private readonly list: PeopleList,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly dataSource: DataSource,
  ) {}

  /** Everybody who has an account. */
  @Get()
  @Answers(200, PeoplePage)
  @Refuses('validation-failed', 'forbidden')
  page(@Query({ schema: PeopleQuery }) query: PeopleQuery) {
    return this.list.page(query);
  }

  /** The same as a CSV file, all of it. */
  @Get('export')
  @AnswersFile('text/csv')
  @Refuses('validation-failed', 'forbidden')
  async export(@ActorOf() by: Actor, @Query({ schema: PeopleFilter }) filter: PeopleFilter) {
    await this.audit.record(this.dataSource.manager, { act: 'people.exported', by });
    return download(peopleFile(this.list, filter), { type: 'text/csv', name: 'people.csv' });
  }

  /** Makes an account, with a password that serves once. */
  @Post()
  @Answers(201, FirstPassword)
  @Refuses('validation-failed', 'forbidden', 'name-taken')
  async create(
    @ActorOf() by: Actor,
    @Body({ schema: NewPersonBody }) body: NewPersonBody,
  ): Promise<FirstPassword> {
    const { id, password, until } = await this.people.create(body, by);
    return { person: await this.list.one(id), password, until: until.toISOString() };
  }

  @Get(':id')
  @Answers(200, AdminPerson)
  @Refuses('validation-failed', 'forbidden', 'not-found')
  read(@Param({ schema: IdParam }) { id }: IdParam) {
    return this.list.one(id);
  }

  /** Changes names, addresses and numbers, gives another role, disables, enables. A new role, or the end of an account, closes its sessions. */
  @Patch(':id')
  @Answers(200, AdminPerson)
  @Refuses('validation-failed', 'forbidden', 'not-found', 'name-taken', 'own-account')
  async change(
    @ActorOf() by: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: PersonPatch }) patch: PersonPatch,
  ) {
    await this.people.change(id, patch, by);
    return this.list.one(id);
  }

  /** A new password that serves once; signs out everywhere. */
  @Post(':id/first-password')
  @Answers(201, FirstPassword)
  @Refuses('validation-failed', 'forbidden', 'not-found')
  async reset(
    @ActorOf() by: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
  ): Promise<FirstPassword> {
    const { password, until } = await this.people.resetPassword(id, by);
    return { person: await this.list.one(id), password, until: until.toISOString() };
  }

  /** Signs out everywhere. */
  @Post(':id/sign-out')
  @Answers(200, SignedOut)
  @Refuses('validation-failed', 'forbidden', 'not-found')
  async signOut(
    @ActorOf() by: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
  ): Promise<SignedOut> {
    return { sessions: await this.people.signOut(id, by) };
  }
}
