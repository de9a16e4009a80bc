import { createFeature, createReducer, on } from '@ngrx/store';
import {
  answered,
  drop,
  freshen,
  gone,
  looked,
  moderate,
  put,
  replaceAll,
  update,
} from './changes';
import { answerActions, detailActions, listActions, streamActions } from './collections.actions';
import { CollectionsState, Deck, initialState } from './collections.state';
import { CollectionUpdate } from './merge';

const loading: Deck = { status: 'loading', rev: 0, cards: [] };

const setDeck = (state: CollectionsState, id: string, deck: Deck): CollectionsState => ({
  ...state,
  decks: { ...state.decks, [id]: deck },
});

/** An answer to an own act, as if it were the event of that act. */
const own = (
  id: string,
  rev: number,
  at: string,
  change: Partial<Pick<CollectionUpdate, 'cards' | 'removed'>>,
): CollectionUpdate => ({
  collectionId: id,
  rev,
  updatedAt: at,
  cardCount: 0,
  cards: [],
  removed: [],
  ...change,
});

/** The person's collections, as all pages see them. */
export const collectionsFeature = createFeature({
  name: 'collections',
  reducer: createReducer(
    initialState,
    on(listActions.cleared, () => initialState),
    on(listActions.load, (state) =>
      state.status === 'ready' ? state : { ...state, status: 'loading' as const },
    ),
    on(listActions.loaded, (state, { collections }) => replaceAll(state, collections)),
    on(listActions.loadFailed, (state) =>
      state.status === 'ready' ? state : { ...state, status: 'failed' as const },
    ),
    on(listActions.looked, (state, { id }) => looked(state, id)),

    on(detailActions.open, (state, { id }) =>
      state.decks[id]?.status === 'ready' ? state : setDeck(state, id, loading),
    ),
    on(detailActions.loaded, (state, { collection }) => {
      // What was removed while it was being read stays removed.
      const awaited =
        state.decks[collection.id]?.status === 'loading' || collection.id in state.stale;
      return awaited ? put(state, collection) : state;
    }),
    on(detailActions.loadFailed, (state, { id, gone: isGone }) => {
      if (isGone) return setDeck(drop(state, id), id, gone);
      const failed = state.decks[id]?.status === 'loading';
      return failed ? setDeck(state, id, { ...loading, status: 'failed' }) : state;
    }),

    on(streamActions.newCollection, (state, { data: { collection, role, addedAt } }) => {
      const known = state.entities[collection.id] !== undefined;
      const next = put(state, { ...collection, role, addedAt });
      return known ? next : freshen(next, collection.id, 'new');
    }),
    on(streamActions.collectionUpdated, (state, { data }) => {
      const next = update(state, data);
      return next === state ? state : freshen(next, data.collectionId, 'updated');
    }),
    on(streamActions.collectionRemoved, (state, { data }) => drop(state, data.collectionId)),
    on(streamActions.collectionModerated, (state, { data }) => moderate(state, data)),

    on(answerActions.put, (state, { collection }) => put(state, collection)),
    on(answerActions.apply, (state, { change }) => update(state, change)),
    on(answerActions.putCards, (state, { id, cards, rev, at }) =>
      answered(state, own(id, rev, at, { cards })),
    ),
    on(answerActions.dropCard, (state, { id, cardId, rev, at }) =>
      answered(state, own(id, rev, at, { removed: [cardId] })),
    ),
    on(answerActions.drop, (state, { id }) => drop(state, id)),
  ),
});
