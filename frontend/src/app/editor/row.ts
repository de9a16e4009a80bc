import { Card } from '@cartable/contract';

/** What the person has typed into a row and the server does not have yet. */
export interface Draft {
  front: string;
  back: string;
  /** The card as it was when typing began; null for one that is new. */
  base: Card | null;
  /** The server has another version, made meanwhile elsewhere: the person chooses. */
  theirs?: Card;
}

/** A row of the editor. `key` stays the same from the first letter typed, before the server has named the card. */
export interface Row {
  key: string;
  card: Card | null;
  front: string;
  back: string;
  theirs: Card | null;
}

/** The cards with what is typed over them; new ones at the end, and an empty row to go on with. */
export function rowsOf(
  cards: readonly Card[],
  drafts: ReadonlyMap<string, Draft>,
  keys: ReadonlyMap<string, string>,
  hidden: ReadonlySet<string>,
  emptyKey: string,
): Row[] {
  const standing = cards
    .filter(({ id }) => !hidden.has(id))
    .map((card) => rowOf(keys.get(card.id) ?? card.id, card, drafts));
  const known = new Set(standing.map(({ key }) => key));
  const fresh = [...drafts]
    .filter(([key, { base }]) => base === null && !known.has(key))
    .map(([key]) => rowOf(key, null, drafts));
  return [...standing, ...fresh, { key: emptyKey, card: null, front: '', back: '', theirs: null }];
}

function rowOf(key: string, card: Card | null, drafts: ReadonlyMap<string, Draft>): Row {
  const draft = drafts.get(key);
  return {
    key,
    card,
    front: draft?.front ?? card?.front ?? '',
    back: draft?.back ?? card?.back ?? '',
    theirs: draft?.theirs ?? null,
  };
}
