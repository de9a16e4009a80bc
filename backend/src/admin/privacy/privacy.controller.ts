import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { Erased, ErasureQuery, IdParam } from '@cartable/contract';
import type { Actor } from '../../platform/audit/audit.service';
import { download } from '../../platform/http/download';
import { ActorOf } from '../../platform/identity/actor.decorator';
import { Roles } from '../../platform/identity/role-check';
import { Answers, AnswersFile, Refuses } from '../../platform/openapi/answers';
import { ErasureService } from './erasure.service';
import { ExportService } from './export.service';

@Roles('admin')
@Controller('admin/people/:id')
export class PrivacyController {
  constructor(
    private readonly exports: ExportService,
    private readonly erasure: ErasureService,
  ) {}

  /** All that is known of a person, as a JSON file. */
  @Get('export')
  @AnswersFile('application/json')
  @Refuses('validation-failed', 'forbidden', 'not-found')
  async export(@ActorOf() actor: Actor, @Param({ schema: IdParam }) { id }: IdParam) {
    const pieces = await this.exports.export(id, actor);
    return download(pieces, { type: 'application/json', name: `person-${id}.json` });
  }

  /** Erases a person for good. */
  @Delete()
  @Answers(200, Erased)
  @Refuses('validation-failed', 'forbidden', 'not-found', 'own-account')
  erase(
    @ActorOf() actor: Actor,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: ErasureQuery }) query: ErasureQuery,
  ) {
    return this.erasure.erase(id, actor, query);
  }
}
