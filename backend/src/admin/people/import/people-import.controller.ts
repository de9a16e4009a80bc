import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { FirstCards, FirstCardsBody, PeopleImportBody, PeopleImported } from '@cartable/contract';
import type { Actor } from '../../../platform/audit/audit.service';
import { ActorOf } from '../../../platform/identity/actor.decorator';
import { Roles } from '../../../platform/identity/role-check';
import { Answers, Refuses } from '../../../platform/openapi/answers';
import { PeopleImportService } from './people-import.service';

@Roles('admin')
@Controller('admin/people')
export class PeopleImportController {
  constructor(private readonly imports: PeopleImportService) {}

  /** Takes lines of a school's file in: makes accounts, classes and places in them. The same lines again change nothing. */
  @Post('imports')
  @HttpCode(200)
  @Answers(200, PeopleImported)
  @Refuses('validation-failed', 'forbidden', 'name-taken')
  run(@ActorOf() by: Actor, @Body({ schema: PeopleImportBody }) body: PeopleImportBody) {
    return this.imports.run(body, by);
  }

  /** New first passwords, to be printed, for those of these people who have not chosen one of their own. */
  @Post('first-cards')
  @HttpCode(200)
  @Answers(200, FirstCards)
  @Refuses('validation-failed', 'forbidden')
  async renewCards(
    @ActorOf() by: Actor,
    @Body({ schema: FirstCardsBody }) { ids }: FirstCardsBody,
  ) {
    return { cards: await this.imports.renewCards(ids, by) };
  }
}
