const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** The smallest value that `share` of all do not exceed (nearest rank); NaN of nothing. */
export const quantile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN;

/** Of an even number: the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const { length } = values;
  const inOrder = sorted(values);
  const [low, high] = [inOrder[Math.ceil(length / 2) - 1], inOrder[Math.floor(length / 2)]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}

/** Three digits that mean something, never more. */
export function brief(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** "1.20 ms (1.10–1.40)": median, least and most. */
export const spread = (values: readonly number[], unit = ''): string =>
  `${brief(median(values))}${unit} (${brief(Math.min(...values))}–${brief(Math.max(...values))})`;

/** Round by round, so that a noisy moment falls on both. */
export const ratios = (of: readonly number[], to: readonly number[]): number[] =>
  of.map((value, round) => value / (to[round] ?? NaN));

/** `items` in an order that begins elsewhere in each round. */
export function turned<T>(items: readonly T[], round: number): T[] {
  const first = items.length === 0 ? 0 : round % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
