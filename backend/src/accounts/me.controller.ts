import { Body, Controller, Get, Patch } from '@nestjs/common';
import { Me as MeAnswer, MePatch } from '@cartable/contract';
import type { Actor } from '../platform/audit/audit.service';
import { ActorOf } from '../platform/identity/actor.decorator';
import { Me } from '../platform/identity/me.decorator';
import type { Principal } from '../platform/identity/principal';
import { Answers, Refuses } from '../platform/openapi/answers';
import { AccountsService } from './accounts.service';

@Controller('me')
export class MeController {
  constructor(private readonly accounts: AccountsService) {}

  /** Who I am. */
  @Get()
  @Answers(200, MeAnswer)
  read(@Me() me: Principal) {
    return this.accounts.me(me.id);
  }

  /** Changes my display name, language or password; a new password signs my other devices out. */
  @Patch()
  @Answers(200, MeAnswer)
  @Refuses('validation-failed', 'wrong-password', 'too-many-attempts')
  change(@Me() me: Principal, @ActorOf() by: Actor, @Body({ schema: MePatch }) patch: MePatch) {
    return this.accounts.change(me, patch, by);
  }
}
