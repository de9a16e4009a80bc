/** The smallest value that `share` of all do not exceed; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Three digits that mean something, never more. */
export function brief(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Median, least and most. */
export const spread = (values: readonly number[]): string =>
  `${brief(median(values))} (${brief(Math.min(...values))}–${brief(Math.max(...values))})`;

/** Round by round, so that a noisy moment falls on both. */
export const ratios = (of: readonly number[], to: readonly number[]): number[] =>
  of.map((value, round) => value / (to[round] ?? NaN));
