import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import type { Response } from 'express';
import {
  ClassProgress,
  IdParam,
  ImportResult,
  NewShareCodeBody,
  PageQuery,
  ShareCode,
  ShareCodePage,
  ShareCodeParam,
  ShareCodePreview,
  ShareCodeUsePage,
} from '@cartable/contract';
import type { Actor } from '../../platform/audit/audit.service';
import { ActorOf } from '../../platform/identity/actor.decorator';
import { Roles } from '../../platform/identity/role-check';
import { Me } from '../../platform/identity/me.decorator';
import type { Principal } from '../../platform/identity/principal';
import { Answers, Refuses } from '../../platform/openapi/answers';
import { ImportService } from './import.service';
import { ShareCodesService } from './share-codes.service';

@Controller()
export class ShareCodesController {
  constructor(
    private readonly shareCodes: ShareCodesService,
    private readonly imports: ImportService,
  ) {}

  /** Makes a share code for a collection of my own. */
  @Post('collections/:id/share-codes')
  @Roles('teacher', 'admin')
  @Answers(201, ShareCode)
  @Refuses('validation-failed', 'forbidden', 'not-found', 'collection-frozen')
  create(
    @Me() me: Principal,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: NewShareCodeBody }) body: NewShareCodeBody,
  ) {
    return this.shareCodes.create(me, id, body);
  }

  /** The share codes of a collection of my own, newest first. */
  @Get('collections/:id/share-codes')
  @Roles('teacher', 'admin')
  @Answers(200, ShareCodePage)
  @Refuses('validation-failed', 'forbidden', 'not-found')
  page(
    @Me() me: Principal,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.shareCodes.page(me, id, query);
  }

  /** What a code opens, before it is imported. */
  @Get('share-codes/:code')
  @Answers(200, ShareCodePreview)
  @Refuses('validation-failed', 'share-code-unknown', 'share-code-used-up', 'too-many-attempts')
  preview(@Me() me: Principal, @Param({ schema: ShareCodeParam }) { code }: ShareCodeParam) {
    return this.imports.preview(me, code);
  }

  /** Imports the collection: 201 the first time, 200 afterwards. */
  @Post('share-codes/:code/import')
  @Answers(201, ImportResult)
  @Refuses('validation-failed', 'share-code-unknown', 'share-code-used-up', 'too-many-attempts')
  async import(
    @Me() me: Principal,
    @Param({ schema: ShareCodeParam }) { code }: ShareCodeParam,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { isNew, answer } = await this.imports.import(me, code);
    if (!isNew) response.status(HttpStatus.OK);
    return answer;
  }

  /** Who imported with a code of mine and still has the collection, newest first. */
  @Get('share-codes/:code/uses')
  @Roles('teacher', 'admin')
  @Answers(200, ShareCodeUsePage)
  @Refuses('validation-failed', 'forbidden', 'share-code-unknown')
  uses(
    @Me() me: Principal,
    @Param({ schema: ShareCodeParam }) { code }: ShareCodeParam,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.shareCodes.uses(me, code, query);
  }

  /** Which pupils of its class have imported with a code of mine. */
  @Get('share-codes/:code/class')
  @Roles('teacher', 'admin')
  @Answers(200, ClassProgress)
  @Refuses('validation-failed', 'forbidden', 'not-found', 'share-code-unknown')
  progress(@Me() me: Principal, @Param({ schema: ShareCodeParam }) { code }: ShareCodeParam) {
    return this.shareCodes.progress(me, code);
  }

  /** Revokes a code of mine; who imported with it keeps the collection. */
  @Delete('share-codes/:code')
  @Roles('teacher', 'admin')
  @HttpCode(204)
  @Refuses('validation-failed', 'forbidden', 'share-code-unknown')
  revoke(
    @Me() me: Principal,
    @ActorOf() by: Actor,
    @Param({ schema: ShareCodeParam }) { code }: ShareCodeParam,
  ) {
    return this.shareCodes.revoke(me, code, by);
  }
}
