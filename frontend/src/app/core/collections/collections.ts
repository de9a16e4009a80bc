import { computed, inject, Injectable, Signal } from '@angular/core';
import { Card, Collection, CollectionWithCards } from '@cartable/contract';
import { Store } from '@ngrx/store';
import { Connection } from '../realtime/connection';
import { answerActions, detailActions, listActions } from './collections.actions';
import { collectionsFeature } from './collections.feature';
import { adapter, Deck, Freshness } from './collections.state';
import { CollectionUpdate } from './merge';

const { selectAll } = adapter.getSelectors(collectionsFeature.selectCollectionsState);

/** The person's collections for the pages: always as new as anything that reached this tab, never older. */
@Injectable({ providedIn: 'root' })
export class Collections {
  private readonly store = inject(Store);
  private readonly connection = inject(Connection);
  private readonly course = this.store.selectSignal(collectionsFeature.selectStatus);
  private readonly entities = this.store.selectSignal(collectionsFeature.selectEntities);
  private readonly decks = this.store.selectSignal(collectionsFeature.selectDecks);
  private readonly badges = this.store.selectSignal(collectionsFeature.selectFresh);
  private readonly detailsOf = new Map<string, Signal<CollectionWithCards | undefined>>();

  readonly all: Signal<Collection[]> = this.store.selectSignal(selectAll);
  /** Without a network at the start nobody can be signed in, and nothing is read: that has failed, too. */
  readonly status = computed(() => {
    const status = this.course();
    return status === 'idle' && this.connection.state() === 'offline' ? 'failed' : status;
  });
  readonly fresh: Signal<ReadonlyMap<string, Freshness>> = computed(
    () => new Map(Object.entries(this.badges())),
  );

  summary(id: string): Signal<Collection | undefined> {
    return computed(() => this.entities()[id]);
  }

  details(id: string): Signal<CollectionWithCards | undefined> {
    const known = this.detailsOf.get(id);
    if (known) return known;
    const summary = this.summary(id);
    const deck = computed(() => this.decks()[id]);
    const details = computed(() => together(summary(), deck()));
    this.detailsOf.set(id, details);
    return details;
  }

  detailsStatus(id: string): Signal<Deck['status']> {
    return computed(() => this.decks()[id]?.status ?? 'loading');
  }

  /** Reads the cards, unless they are known. */
  open(id: string): void {
    this.store.dispatch(detailActions.open({ id }));
  }

  retry(): void {
    this.store.dispatch(listActions.load());
  }

  /** The person has seen it: its badge goes. */
  looked(id: string): void {
    this.store.dispatch(listActions.looked({ id }));
  }

  put(collection: CollectionWithCards): void {
    this.store.dispatch(answerActions.put({ collection }));
  }

  apply(change: CollectionUpdate): void {
    this.store.dispatch(answerActions.apply({ change }));
  }

  putCard(id: string, card: Card, rev: number): void {
    this.putCards(id, [card], rev);
  }

  putCards(id: string, cards: Card[], rev: number): void {
    this.store.dispatch(answerActions.putCards({ id, cards, rev, at: new Date().toISOString() }));
  }

  dropCard(id: string, cardId: string, rev: number): void {
    this.store.dispatch(answerActions.dropCard({ id, cardId, rev, at: new Date().toISOString() }));
  }

  drop(id: string): void {
    this.store.dispatch(answerActions.drop({ id }));
  }
}

function together(summary?: Collection, deck?: Deck): CollectionWithCards | undefined {
  return summary && deck?.status === 'ready' ? { ...summary, cards: [...deck.cards] } : undefined;
}
