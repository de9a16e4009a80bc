/** A repeatable stream of chances: mulberry32, 32 bits of state. */
export class Random {
  private state: number;

  constructor(private readonly seed: number) {
    this.state = seed;
  }

  /** A stream of its own for whoever acts beside others: what they draw does not depend on who is quicker. */
  fork(name: string): Random {
    let hash = this.seed ^ 0x811c9dc5;
    for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    return new Random(hash);
  }

  /** 0 ≤ x < 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.next() * list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let n = copy.length - 1; n > 0; n -= 1) {
      const other = Math.floor(this.next() * (n + 1));
      [copy[n], copy[other]] = [copy[other] as T, copy[n] as T];
    }
    return copy;
  }
}
