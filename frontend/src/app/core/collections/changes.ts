import { Collection, CollectionWithCards, EventData } from '@cartable/contract';
import { adapter, CollectionsState, Deck, Freshness } from './collections.state';
import { CollectionUpdate, mergeCards, patchSummary, split } from './merge';

/** Steps from one state to the next; every one of them leaves newer revisions alone. */

export function put(state: CollectionsState, whole: CollectionWithCards): CollectionsState {
  const { summary, cards } = split(whole);
  const deck = state.decks[whole.id];
  const behind = deck?.status === 'ready' && deck.rev > whole.rev;
  const next = putSummary(state, summary);
  return {
    ...next,
    stale: caughtUp(next.stale, whole),
    decks: behind
      ? next.decks
      : { ...next.decks, [whole.id]: { status: 'ready', rev: whole.rev, cards } },
  };
}

function putSummary(state: CollectionsState, summary: Collection): CollectionsState {
  const known = state.entities[summary.id];
  return known && known.rev > summary.rev ? state : adapter.upsertOne(summary, state);
}

/** Applies an update that follows on what is known; one from further ahead marks the collection as stale. */
export function update(state: CollectionsState, change: CollectionUpdate): CollectionsState {
  const { collectionId: id, rev } = change;
  const known = state.entities[id];
  const deck = state.decks[id];
  const summaryBehind = (known?.rev ?? 0) < rev;
  const deckBehind = deck?.status === 'ready' && deck.rev < rev;
  if (!summaryBehind && !deckBehind) return state;
  const gap = known?.rev !== rev - 1 && summaryBehind;
  if (!known || gap || (deckBehind && deck.rev !== rev - 1)) return markStale(state, id, rev);
  return {
    ...(summaryBehind ? adapter.setOne(patchSummary(known, change), state) : state),
    decks: deckBehind ? { ...state.decks, [id]: advance(deck, change) } : state.decks,
  };
}

const advance = (deck: Deck, { rev, cards, removed }: CollectionUpdate): Deck => ({
  ...deck,
  rev,
  cards: mergeCards(deck.cards, cards, removed, rev),
});

/**
 * The answer to an edit of this page. Answers may overtake each other: from further ahead, the cards are taken but the revision stays,
 * for the stream brings what lies between.
 */
export function answered(state: CollectionsState, change: CollectionUpdate): CollectionsState {
  const { collectionId: id, rev, cards, removed } = change;
  const known = state.entities[id];
  const deck = state.decks[id];
  // An answer that is late says nothing new, and what it says may be over already.
  if (deck?.status !== 'ready' || rev <= deck.rev) return state;
  const merged = mergeCards(deck.cards, cards, removed, rev);
  const follows = deck.rev === rev - 1;
  const decks = {
    ...state.decks,
    [id]: { ...deck, cards: merged, rev: follows ? rev : deck.rev },
  };
  if (!known) return { ...state, decks };
  const counted = { ...known, cardCount: merged.length };
  const summary =
    follows && known.rev === rev - 1 ? { ...counted, rev, updatedAt: change.updatedAt } : counted;
  return { ...adapter.setOne(summary, state), decks };
}

export function drop(state: CollectionsState, id: string): CollectionsState {
  const deck = state.decks[id];
  return {
    ...adapter.removeOne(id, state),
    decks: deck ? { ...state.decks, [id]: gone } : state.decks,
    fresh: omit(state.fresh, id),
    stale: omit(state.stale, id),
  };
}

/** Administrators have hidden a collection of the person's own, or restored it. */
export function moderate(
  state: CollectionsState,
  { collectionId: id, act }: EventData<'collectionModerated'>,
): CollectionsState {
  const known = state.entities[id];
  if (!known || (act !== 'hidden' && act !== 'restored')) return state;
  return adapter.setOne({ ...known, hidden: act === 'hidden' }, state);
}

/**
 * The whole list was read: what is not in it is gone, and decks that are behind it are stale. What the page knows before the first
 * reading came while that was under way.
 */
export function replaceAll(state: CollectionsState, read: readonly Collection[]): CollectionsState {
  const before = state.entities;
  const first = state.status !== 'ready';
  const ids = new Set(read.map(({ id }) => id));
  const summaries = read.map((one) => {
    const known = before[one.id];
    return known && known.rev > one.rev ? known : one;
  });
  const absent = Object.keys(before).filter((id) => !ids.has(id));
  let next: CollectionsState = first
    ? adapter.upsertMany(summaries, state)
    : adapter.setAll(summaries, absent.reduce(drop, state));
  next = { ...next, status: 'ready' };
  for (const one of summaries) {
    const deck = next.decks[one.id];
    if (deck?.status === 'ready' && deck.rev < one.rev) next = markStale(next, one.id, one.rev);
    const known = before[one.id];
    if (!first && !known) next = freshen(next, one.id, 'new');
    else if (!first && known && known.rev < one.rev) next = freshen(next, one.id, 'updated');
  }
  return next;
}

/** Only what somebody else did is worth a badge: a person's own collections get none. */
export function freshen(state: CollectionsState, id: string, kind: Freshness): CollectionsState {
  if (state.entities[id]?.role !== 'follower' || state.fresh[id] === 'new') return state;
  return { ...state, fresh: { ...state.fresh, [id]: kind } };
}

export function looked(state: CollectionsState, id: string): CollectionsState {
  return id in state.fresh ? { ...state, fresh: omit(state.fresh, id) } : state;
}

export const gone: Deck = { status: 'gone', rev: 0, cards: [] };

function markStale(state: CollectionsState, id: string, rev: number): CollectionsState {
  return (state.stale[id] ?? 0) >= rev ? state : { ...state, stale: { ...state.stale, [id]: rev } };
}

/** What was read before the last update was told is still behind: a new object, so that it is fetched again. */
function caughtUp(stale: CollectionsState['stale'], { id, rev }: CollectionWithCards) {
  const due = stale[id];
  if (due === undefined) return stale;
  return due > rev ? { ...stale } : omit(stale, id);
}

function omit<T>(record: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));
}
