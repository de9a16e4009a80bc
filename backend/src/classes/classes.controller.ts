import { Controller, Get, Param } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClassWithMembers, IdParam, TaughtClasses } from '@cartable/contract';
import { Roles } from '../platform/identity/role-check';
import { Me } from '../platform/identity/me.decorator';
import type { Principal } from '../platform/identity/principal';
import { Answers, Refuses } from '../platform/openapi/answers';
import { Problem } from '../platform/problems/problem';
import { ClassesService } from './classes.service';

@Controller('classes')
@Roles('teacher', 'admin')
export class ClassesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly classes: ClassesService,
  ) {}

  /** The classes that I teach this year, by name. */
  @Get()
  @Answers(200, TaughtClasses)
  @Refuses('forbidden')
  async taught(@Me() me: Principal): Promise<TaughtClasses> {
    return { items: await this.classes.taughtBy(this.dataSource.manager, me.id) };
  }

  /** A class that I teach, with its members. */
  @Get(':id')
  @Answers(200, ClassWithMembers)
  @Refuses('validation-failed', 'forbidden', 'not-found')
  async read(
    @Me() me: Principal,
    @Param({ schema: IdParam }) { id }: IdParam,
  ): Promise<ClassWithMembers> {
    const db = this.dataSource.manager;
    if (!(await this.classes.teaches(db, me.id, id))) throw new Problem('not-found');
    const summary = (await this.classes.summaries(db, [id])).get(id);
    if (!summary) throw new Problem('not-found');
    return {
      ...summary,
      pupils: await this.classes.people(db, id, 'student'),
      teachers: await this.classes.people(db, id, 'teacher'),
    };
  }
}
