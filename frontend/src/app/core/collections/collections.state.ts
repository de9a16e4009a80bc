import { Card, Collection } from '@cartable/contract';
import { createEntityAdapter, EntityState } from '@ngrx/entity';

/** The cards of one collection, as of its revision `rev`. */
export interface Deck {
  status: 'loading' | 'ready' | 'failed' | 'gone';
  rev: number;
  cards: readonly Card[];
}

export type Freshness = 'new' | 'updated';

export interface CollectionsState extends EntityState<Collection> {
  status: 'idle' | 'loading' | 'ready' | 'failed';
  decks: Readonly<Record<string, Deck>>;
  fresh: Readonly<Record<string, Freshness>>;
  /** Collections that are behind the server by more than an event can tell, and the revision that they must reach: to be fetched. */
  stale: Readonly<Record<string, number>>;
}

export const adapter = createEntityAdapter<Collection>();
export const initialState: CollectionsState = adapter.getInitialState({
  status: 'idle',
  decks: {},
  fresh: {},
  stale: {},
});
