import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  Collection,
  CollectionPage,
  CollectionPatch,
  CollectionWithCards,
  DeleteCollectionQuery,
  IdParam,
  NewCollectionBody,
  PageQuery,
} from '@cartable/contract';
import { Me } from '../platform/identity/me.decorator';
import type { Principal } from '../platform/identity/principal';
import { Answers, Refuses } from '../platform/openapi/answers';
import { CollectionsService } from './collections.service';
import { LibraryService } from './library/library.service';

@Controller('collections')
export class CollectionsController {
  constructor(
    private readonly collections: CollectionsService,
    private readonly library: LibraryService,
  ) {}

  /** My collections, owned and followed, newest first. */
  @Get()
  @Answers(200, CollectionPage)
  @Refuses('validation-failed')
  page(@Me() me: Principal, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.library.page(me.id, query);
  }

  /** Makes a collection. */
  @Post()
  @Answers(201, CollectionWithCards)
  @Refuses('validation-failed', 'collection-full')
  create(@Me() me: Principal, @Body({ schema: NewCollectionBody }) body: NewCollectionBody) {
    return this.collections.create(me, body);
  }

  /** A collection of my list, with its cards. */
  @Get(':id')
  @Answers(200, CollectionWithCards)
  @Refuses('validation-failed', 'not-found')
  read(@Me() me: Principal, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.library.read(me.id, id);
  }

  /** Renames or describes a collection of my own. */
  @Patch(':id')
  @Answers(200, Collection)
  @Refuses('validation-failed', 'forbidden', 'not-found', 'collection-stale', 'collection-frozen')
  patch(
    @Me() me: Principal,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: CollectionPatch }) patch: CollectionPatch,
  ) {
    return this.collections.patch(me, id, patch);
  }

  /** Deletes a collection of my own (its followers keep a frozen copy, or lose it), or leaves one that I follow. */
  @Delete(':id')
  @HttpCode(204)
  @Refuses('validation-failed', 'not-found', 'followers-choice-needed')
  remove(
    @Me() me: Principal,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: DeleteCollectionQuery }) query: DeleteCollectionQuery,
  ) {
    return this.collections.remove(me, id, query);
  }
}
