import { Card } from '@cartable/contract';

/**
 * The card before or after the one at `place`; undefined past the ends. A `place` of -1 means that the card is gone: then
 * the one that took its `lastPlace`, or the one before that.
 */
export function neighbour(
  cards: readonly Card[],
  place: number,
  lastPlace: number,
  step: 1 | -1,
): Card | undefined {
  if (place >= 0) return cards[place + step];
  return cards[step === 1 ? Math.min(lastPlace, cards.length - 1) : Math.max(lastPlace - 1, 0)];
}
