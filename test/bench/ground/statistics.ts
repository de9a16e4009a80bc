const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** The smallest value that `share` of all do not exceed (nearest rank). */
export const quantile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

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
