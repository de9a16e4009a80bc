const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** The smallest value that `share` of all do not exceed (nearest rank). */
export const quantile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN;

/** Of an even number: the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const { length } = values;
  const inOrder = sorted(values);
  const [low, high] = [inOrder[Math.ceil(length / 2) - 1], inOrder[Math.floor(length / 2)]];
  return ((low ?? NaN) + (high ?? NaN)) / 2;
}

/** "1.2 (1.1–1.4)": median and range over the rounds. */
export function spread(values: readonly number[], digits = 1, unit = ''): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(digits)}${unit} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

/** `items` in an order that begins elsewhere in each round. */
export function turned<T>(items: readonly T[], round: number): T[] {
  const first = items.length === 0 ? 0 : round % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
