import { Body, Controller, Param, Post } from '@nestjs/common';
import { GiftBody, GiftResult, IdParam } from '@cartable/contract';
import type { Actor } from '../../platform/audit/audit.service';
import { ActorOf } from '../../platform/identity/actor.decorator';
import { Roles } from '../../platform/identity/role-check';
import { Me } from '../../platform/identity/me.decorator';
import type { Principal } from '../../platform/identity/principal';
import { Answers, Refuses } from '../../platform/openapi/answers';
import { GiftsService } from './gifts.service';

@Controller('collections/:id/gifts')
export class GiftsController {
  constructor(private readonly gifts: GiftsService) {}

  /** Gives a collection of my own to all pupils of a class that I teach. */
  @Post()
  @Roles('teacher', 'admin')
  @Answers(200, GiftResult)
  @Refuses('validation-failed', 'forbidden', 'not-found', 'collection-frozen', 'collection-hidden')
  give(
    @Me() me: Principal,
    @ActorOf() by: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: GiftBody }) body: GiftBody,
  ) {
    return this.gifts.give(me, id, body, by);
  }
}
