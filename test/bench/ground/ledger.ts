import type { Series } from '../figure';

/** Collects the values of the rounds, a series for each quantity. */
export class Ledger {
  private readonly byName = new Map<string, Series>();

  note(who: string, what: string, at: string, unit: string, value: number): void {
    const key = [who, what, at].join('\n');
    const series = this.byName.get(key) ?? { who, what, at, unit, rounds: [] };
    series.rounds.push(value);
    this.byName.set(key, series);
  }

  /** The values of a series, a value a round. */
  of(who: string, what: string, at: string): number[] {
    return this.byName.get([who, what, at].join('\n'))?.rounds ?? [];
  }

  get series(): Series[] {
    return [...this.byName.values()];
  }
}
