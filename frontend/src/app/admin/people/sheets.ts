import { FirstCard } from '@cartable/contract';

/** The cards of a class, on sheets of their own; those of nobody's class have no name. */
export interface Sheet {
  name: string;
  cards: FirstCard[];
}

const inOrder = (one: string, other: string) =>
  one.localeCompare(other, undefined, { numeric: true });

/** As cards are handed out: class by class. Who is in several lies with the first of them. */
export function sheetsOf(cards: readonly FirstCard[]): Sheet[] {
  const sheets = new Map<string, FirstCard[]>();
  for (const card of cards) {
    const [name = ''] = [...card.classes].sort(inOrder);
    const sheet = sheets.get(name);
    if (sheet) sheet.push(card);
    else sheets.set(name, [card]);
  }
  return [...sheets]
    .map(([name, of]) => ({ name, cards: of }))
    .sort((one, other) => inOrder(one.name, other.name));
}
