import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ContentCaseInFull,
  ContentPage,
  ContentQuery,
  HideBody,
  IdParam,
  OwnerMessageBody,
} from '@cartable/contract';
import { HidingService } from '../../collections/moderation/hiding.service';
import type { Actor } from '../../platform/audit/audit.service';
import { ActorOf } from '../../platform/identity/actor.decorator';
import { Roles } from '../../platform/identity/role-check';
import { Answers, Refuses } from '../../platform/openapi/answers';
import { ContentService } from './content.service';

@Roles('admin')
@Controller('admin/content')
export class ContentController {
  constructor(
    private readonly content: ContentService,
    private readonly hiding: HidingService,
  ) {}

  /** Collections that were reported or hidden, in one state, the last change first. */
  @Get()
  @Answers(200, ContentPage)
  @Refuses('validation-failed', 'forbidden')
  page(@Query({ schema: ContentQuery }) query: ContentQuery) {
    return this.content.page(query);
  }

  /** One of them, with its reports and its cards. */
  @Get(':id')
  @Answers(200, ContentCaseInFull)
  @Refuses('validation-failed', 'forbidden', 'not-found')
  read(@Param({ schema: IdParam }) { id }: IdParam) {
    return this.content.read(id);
  }

  /** Takes a collection away from all but its owner. */
  @Post(':id/hide')
  @HttpCode(204)
  @Refuses('validation-failed', 'forbidden', 'not-found')
  hide(
    @ActorOf() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: HideBody }) { reason }: HideBody,
  ) {
    return this.hiding.hide(id, reason, actor);
  }

  /** Gives it back to whoever had it. */
  @Post(':id/restore')
  @HttpCode(204)
  @Refuses('validation-failed', 'forbidden', 'not-found')
  restore(@ActorOf() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.hiding.restore(id, actor);
  }

  /** Its reports are dealt with, and it stays as it is. */
  @Post(':id/close')
  @HttpCode(204)
  @Refuses('validation-failed', 'forbidden', 'not-found')
  close(@ActorOf() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.hiding.close(id, actor);
  }

  /** Says something to its owner. */
  @Post(':id/messages')
  @HttpCode(204)
  @Refuses('validation-failed', 'forbidden', 'not-found')
  message(
    @ActorOf() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: OwnerMessageBody }) { text }: OwnerMessageBody,
  ) {
    return this.hiding.message(id, text, actor);
  }
}
