const BASE_MS = 500;
const LONGEST_MS = 8_000;

/** How long to wait before the next attempt: anywhere below a bound that doubles, so that a whole school does not come back at once. */
export function fullJitter(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(LONGEST_MS, BASE_MS * 2 ** Math.min(attempt, 10));
}
