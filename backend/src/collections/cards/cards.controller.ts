import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import {
  Card,
  CardBatch,
  CardBatchBody,
  CardParam,
  CardPatch,
  CardRemoved,
  IdParam,
  NewCardBody,
} from '@cartable/contract';
import { Me } from '../../platform/identity/me.decorator';
import type { Principal } from '../../platform/identity/principal';
import { Answers, Refuses } from '../../platform/openapi/answers';
import { CardsService } from './cards.service';

@Controller('collections/:id')
export class CardsController {
  constructor(private readonly cards: CardsService) {}

  /** Adds a card to a collection of my own. */
  @Post('cards')
  @Answers(201, Card)
  @Refuses('validation-failed', 'forbidden', 'not-found', 'collection-full', 'collection-frozen')
  add(
    @Me() me: Principal,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: NewCardBody }) body: NewCardBody,
  ) {
    return this.cards.add(me.id, id, body);
  }

  /** Adds many cards at the end, as one change. */
  @Post('card-batches')
  @Answers(201, CardBatch)
  @Refuses('validation-failed', 'forbidden', 'not-found', 'collection-full', 'collection-frozen')
  addMany(
    @Me() me: Principal,
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: CardBatchBody }) { cards }: CardBatchBody,
  ) {
    return this.cards.addMany(me.id, id, cards);
  }

  /** Edits or moves a card of a collection of my own. */
  @Patch('cards/:cardId')
  @Answers(200, Card)
  @Refuses(
    'validation-failed',
    'forbidden',
    'not-found',
    'collection-stale',
    'collection-full',
    'collection-frozen',
  )
  patch(
    @Me() me: Principal,
    @Param({ schema: CardParam }) { id, cardId }: CardParam,
    @Body({ schema: CardPatch }) patch: CardPatch,
  ) {
    return this.cards.patch(me.id, id, cardId, patch);
  }

  /** Removes a card from a collection of my own. */
  @Delete('cards/:cardId')
  @Answers(200, CardRemoved)
  @Refuses('validation-failed', 'forbidden', 'not-found', 'collection-frozen')
  remove(@Me() me: Principal, @Param({ schema: CardParam }) { id, cardId }: CardParam) {
    return this.cards.remove(me.id, id, cardId);
  }
}
