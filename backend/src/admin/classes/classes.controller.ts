import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import {
  AdminClassesQuery,
  AdminClassPage,
  AdminClassWithMembers,
  ClassesArchived,
  ClassPatch,
  IdParam,
  MemberParam,
  NewClassBody,
} from '@cartable/contract';
import { ClassAdministration } from '../../classes/class-administration.service';
import type { Actor } from '../../platform/audit/audit.service';
import { ActorOf } from '../../platform/identity/actor.decorator';
import { Roles } from '../../platform/identity/role-check';
import { Answers, Refuses } from '../../platform/openapi/answers';

@Roles('admin')
@Controller('admin/classes')
export class AdminClassesController {
  constructor(private readonly classes: ClassAdministration) {}

  /** The classes of this year, or those that are archived, by name. */
  @Get()
  @Answers(200, AdminClassPage)
  @Refuses('validation-failed', 'forbidden')
  page(@Query({ schema: AdminClassesQuery }) query: AdminClassesQuery) {
    return this.classes.page(query);
  }

  /** Makes a class without members. */
  @Post()
  @Answers(201, AdminClassWithMembers)
  @Refuses('validation-failed', 'forbidden', 'class-name-taken')
  async create(@ActorOf() by: Actor, @Body({ schema: NewClassBody }) { name }: NewClassBody) {
    return this.classes.read(await this.classes.create(name, by));
  }

  /** Archives every class of this year: the year is over. Each can be reopened. */
  @Post('archive')
  @Answers(200, ClassesArchived)
  @Refuses('forbidden')
  async archiveAll(@ActorOf() by: Actor): Promise<ClassesArchived> {
    return { archived: await this.classes.archiveAll(by) };
  }

  @Get(':id')
  @Answers(200, AdminClassWithMembers)
  @Refuses('validation-failed', 'forbidden', 'not-found')
  read(@Param({ schema: IdParam }) { id }: IdParam) {
    return this.classes.read(id);
  }

  /** Renames; archives at the year's end, or takes that back. */
  @Patch(':id')
  @Answers(200, AdminClassWithMembers)
  @Refuses('validation-failed', 'forbidden', 'not-found', 'class-name-taken')
  async change(
    @ActorOf() by: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: ClassPatch }) patch: ClassPatch,
  ) {
    await this.classes.change(id, patch, by);
    return this.classes.read(id);
  }

  /** Puts somebody into the class: pupils learn in it, everybody else teaches it. */
  @Put(':id/members/:personId')
  @HttpCode(204)
  @Refuses('validation-failed', 'forbidden', 'not-found', 'class-archived')
  add(@ActorOf() by: Actor, @Param({ schema: MemberParam }) { id, personId }: MemberParam) {
    return this.classes.add(id, personId, by);
  }

  /** Takes somebody out of the class; what they have got stays theirs. */
  @Delete(':id/members/:personId')
  @HttpCode(204)
  @Refuses('validation-failed', 'forbidden', 'not-found')
  remove(@ActorOf() by: Actor, @Param({ schema: MemberParam }) { id, personId }: MemberParam) {
    return this.classes.remove(id, personId, by);
  }
}
