import { Card } from '@cartable/contract';

/** What the person has typed into a row and the server does not have yet. */
export interface Draft {
  front: string;
  back: string;
  /** The card as it was when typing began; null for one that is new. */
  base: Card | null;
  /** A new card that was put in between: the row above it. */
  below?: string;
  /** The server has another version, made meanwhile elsewhere: the person chooses. */
  theirs?: Card;
}

/** A row of the editor. `key` is the card's id, drawn here for a new card. */
export interface Row {
  key: string;
  card: Card | null;
  front: string;
  back: string;
  theirs: Card | null;
}

/**
 * The cards with what is typed over them, and an empty row to go on with. A new card stands below the row that it was put
 * under, else at the end; so does one that was removed elsewhere while it was being written.
 */
export function rowsOf(
  cards: readonly Card[],
  drafts: ReadonlyMap<string, Draft>,
  hidden: ReadonlySet<string>,
  emptyKey: string,
): Row[] {
  const rows = cards
    .filter(({ id }) => !hidden.has(id))
    .map((card) => rowOf(card.id, card, drafts.get(card.id)));
  const known = new Set(cards.map(({ id }) => id));
  for (const [key, draft] of drafts) {
    if (known.has(key)) continue;
    const above = rows.findIndex((row) => row.key === draft.below);
    rows.splice(above < 0 ? rows.length : above + 1, 0, rowOf(key, null, draft));
  }
  return [...rows, rowOf(emptyKey, null, undefined)];
}

function rowOf(key: string, card: Card | null, draft: Draft | undefined): Row {
  return {
    key,
    card,
    front: draft?.front ?? card?.front ?? '',
    back: draft?.back ?? card?.back ?? '',
    theirs: draft?.theirs ?? null,
  };
}
