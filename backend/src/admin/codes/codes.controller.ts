import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  AdminCodePage,
  AdminCodeQuery,
  IdParam,
  Outsiders,
  Revocation,
  RevocationBody,
  RotationBody,
  ShareCode,
  ShareCodeParam,
  Withdrawal,
  Withdrawals,
} from '@cartable/contract';
import { RotationService } from '../../collections/share-codes/rotation.service';
import { WithdrawalUndoing } from '../../collections/share-codes/withdrawal-undoing.service';
import { WithdrawalsService } from '../../collections/share-codes/withdrawals.service';
import type { Actor } from '../../platform/audit/audit.service';
import { ActorOf } from '../../platform/identity/actor.decorator';
import { Roles } from '../../platform/identity/role-check';
import { Answers, Refuses } from '../../platform/openapi/answers';
import { CodeList } from './code-list';

@Controller('admin/codes')
@Roles('admin')
export class CodesController {
  constructor(
    private readonly list: CodeList,
    private readonly withdrawals: WithdrawalsService,
    private readonly undoing: WithdrawalUndoing,
    private readonly rotation: RotationService,
  ) {}

  /** All codes, newest first. */
  @Get()
  @Answers(200, AdminCodePage)
  @Refuses('validation-failed', 'forbidden')
  page(@Query({ schema: AdminCodeQuery }) query: AdminCodeQuery) {
    return this.list.page(query);
  }

  /** What was withdrawn in the last day. */
  @Get('withdrawals')
  @Answers(200, Withdrawals)
  @Refuses('forbidden')
  async recent(): Promise<Withdrawals> {
    return { items: await this.withdrawals.recent() };
  }

  /** Gives back what was withdrawn; doing it twice gives nothing twice. */
  @Post('withdrawals/:id/undo')
  @Answers(200, Withdrawal)
  @Refuses('validation-failed', 'forbidden', 'not-found', 'undo-too-late')
  undo(@ActorOf() by: Actor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.undoing.undo(id, by);
  }

  /** Who has the collection by this code from outside the class. */
  @Get(':code/outsiders')
  @Answers(200, Outsiders)
  @Refuses('validation-failed', 'forbidden', 'share-code-unknown')
  outsiders(@Param({ schema: ShareCodeParam }) { code }: ShareCodeParam) {
    return this.withdrawals.outsiders(code);
  }

  /** Switches a code off and, if wished, takes the collection from those outside the class. */
  @Post(':code/revocation')
  @Answers(200, Revocation)
  @Refuses('validation-failed', 'forbidden', 'share-code-unknown')
  revoke(
    @ActorOf() by: Actor,
    @Param({ schema: ShareCodeParam }) { code }: ShareCodeParam,
    @Body({ schema: RevocationBody }) body: RevocationBody,
  ) {
    return this.withdrawals.revoke(code, body, by);
  }

  /** Replaces a code by a new one for the same collection. */
  @Post(':code/rotation')
  @Answers(201, ShareCode)
  @Refuses(
    'validation-failed',
    'forbidden',
    'share-code-unknown',
    'share-code-revoked',
    'collection-frozen',
  )
  rotate(
    @ActorOf() by: Actor,
    @Param({ schema: ShareCodeParam }) { code }: ShareCodeParam,
    @Body({ schema: RotationBody }) { reason }: RotationBody,
  ) {
    return this.rotation.rotate(code, reason, by);
  }
}
