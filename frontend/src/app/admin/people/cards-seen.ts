import { signal } from '@angular/core';
import { FirstCard } from '@cartable/contract';

/** What became of cards that stand nowhere else: which were on the screen, and which were printed. */
export class CardsSeen {
  private readonly seen = signal<ReadonlySet<string>>(new Set());
  private readonly printed = signal<ReadonlySet<string>>(new Set());

  see(cards: readonly FirstCard[]): void {
    this.seen.update((seen) => joined(seen, cards));
  }

  print(cards: readonly FirstCard[]): void {
    this.printed.update((printed) => joined(printed, cards));
  }

  /** How many of them nobody has looked at. */
  unseen(cards: readonly FirstCard[]): number {
    return cards.filter(({ id }) => !this.seen().has(id)).length;
  }

  arePrinted(cards: readonly FirstCard[]): boolean {
    return cards.every(({ id }) => this.printed().has(id));
  }
}

const joined = (ids: ReadonlySet<string>, cards: readonly FirstCard[]): ReadonlySet<string> =>
  new Set([...ids, ...cards.map(({ id }) => id)]);
