import { Card, Collection, CollectionWithCards, EventData } from '@cartable/contract';

export type CollectionUpdate = EventData<'collectionUpdated'>;

/** Splits a collection into what the list shows and its cards. */
export function split(whole: CollectionWithCards): { summary: Collection; cards: Card[] } {
  const { cards, ...summary } = whole;
  return { summary, cards: inPlace(cards) };
}

export const inPlace = (cards: readonly Card[]): Card[] =>
  [...cards].sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));

/** Cards after a change; a card that changed later stays as it is. */
export function mergeCards(
  known: readonly Card[],
  changed: readonly Card[],
  removed: readonly string[],
  rev: number,
): Card[] {
  const cards = new Map(known.map((card) => [card.id, card]));
  for (const id of removed) if ((cards.get(id)?.rev ?? rev) <= rev) cards.delete(id);
  for (const card of changed) {
    if ((cards.get(card.id)?.rev ?? 0) <= card.rev) cards.set(card.id, card);
  }
  return inPlace([...cards.values()]);
}

/** What an update says of the collection itself. */
export function patchSummary(known: Collection, update: CollectionUpdate): Collection {
  const { rev, cardCount, updatedAt, title, description, frozen, owner } = update;
  return {
    ...known,
    rev,
    cardCount,
    updatedAt,
    title: title ?? known.title,
    description: description ?? known.description,
    frozen: frozen ?? known.frozen,
    owner: owner ?? known.owner,
  };
}
