import { scaleBand, scaleLinear } from 'd3-scale';

/** Where bars stand, in per cent of the plot: it takes whatever width there is. */
export interface Bars {
  /** The left edge and the width of each. */
  left: number[];
  width: number;
  /** The height of each; 0 where there is nothing. */
  height: number[];
  /** Lines across, with what they stand for. */
  ticks: { value: number; bottom: number }[];
}

const TICKS = 3;
/** A chart of nothing still has a scale. */
const LEAST = 4;

export function barsOf(values: readonly (number | null)[]): Bars {
  const across = scaleBand<number>()
    .domain(values.map((_, n) => n))
    .range([0, 100])
    .padding(0.18);
  const most = Math.max(LEAST, ...values.map((value) => value ?? 0));
  const up = scaleLinear().domain([0, most]).range([0, 100]).nice(TICKS);
  return {
    left: values.map((_, n) => across(n) ?? 0),
    width: across.bandwidth(),
    height: values.map((value) => up(value ?? 0)),
    ticks: up
      .ticks(TICKS)
      .filter(Number.isInteger)
      .map((value) => ({ value, bottom: up(value) })),
  };
}

/** How strongly each is coloured, from 0 to 1: by the root, so that a quiet hour is still told from an empty one. */
export function strengths(values: readonly (readonly (number | null)[])[]): number[][] {
  const most = Math.max(1, ...values.flat().map((value) => value ?? 0));
  return values.map((row) => row.map((value) => Math.sqrt((value ?? 0) / most)));
}
