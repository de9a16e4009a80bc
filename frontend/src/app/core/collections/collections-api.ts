import { inject, Injectable } from '@angular/core';
import {
  Card,
  CardBatch,
  CardPatch,
  CardRemoved,
  Collection,
  CollectionPage,
  CollectionPatch,
  CollectionWithCards,
  DeleteCollectionQuery,
  limits,
  NewCard,
  NewCardBody,
  NewCollectionBody,
  ReportBody,
} from '@cartable/contract';
import { Api } from '../http/api';

/** The calls about collections and their cards. */
@Injectable({ providedIn: 'root' })
export class CollectionsApi {
  private readonly api = inject(Api);

  page(cursor?: string): Promise<CollectionPage> {
    return this.api.get('collections', CollectionPage, { limit: limits.page, cursor });
  }

  get(id: string): Promise<CollectionWithCards> {
    return this.api.get(`collections/${id}`, CollectionWithCards);
  }

  create(body: NewCollectionBody): Promise<CollectionWithCards> {
    return this.api.send('POST', 'collections', CollectionWithCards, body);
  }

  patch(id: string, body: CollectionPatch): Promise<Collection> {
    return this.api.send('PATCH', `collections/${id}`, Collection, body);
  }

  remove(id: string, followers?: DeleteCollectionQuery['followers']): Promise<void> {
    return this.api.tell('DELETE', `collections/${id}`, undefined, { followers });
  }

  report(id: string, body: ReportBody): Promise<void> {
    return this.api.tell('POST', `collections/${id}/reports`, body);
  }

  addCard(id: string, body: NewCardBody): Promise<Card> {
    return this.api.send('POST', `collections/${id}/cards`, Card, body);
  }

  addCards(id: string, cards: NewCard[]): Promise<CardBatch> {
    return this.api.send('POST', `collections/${id}/card-batches`, CardBatch, { cards });
  }

  patchCard(id: string, cardId: string, body: CardPatch): Promise<Card> {
    return this.api.send('PATCH', `collections/${id}/cards/${cardId}`, Card, body);
  }

  removeCard(id: string, cardId: string): Promise<CardRemoved> {
    return this.api.send('DELETE', `collections/${id}/cards/${cardId}`, CardRemoved, {});
  }
}
