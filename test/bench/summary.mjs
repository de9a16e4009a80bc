/** @typedef {{ p50: number, p99: number, min: number, max: number }} Spread */

/**
 * @param {number[]} values at least one
 * @returns {Spread}
 */
export function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  /** The smallest value that `share` of all do not exceed. */
  const quantile = (share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  return { p50: quantile(0.5), p99: quantile(0.99), min: sorted[0], max: sorted.at(-1) };
}

/**
 * The spread of each line over all rounds, and how an import compares with what it can't do without.
 * @param {import('./measure.mjs').Measurement} measurement
 */
export function summarise({ rounds, pupils, payloadBytes }) {
  const all = (line) => spread(rounds.flatMap((round) => round[line]));
  const lines = {
    toEvent: all('toEvent'),
    toAnswer: all('toAnswer'),
    transaction: all('transaction'),
    echo: all('echo'),
  };
  const ratio = (of) => ({
    p50: lines.toEvent.p50 / of('p50'),
    p99: lines.toEvent.p99 / of('p99'),
  });
  return {
    imports: rounds.reduce((sum, { toEvent }) => sum + toEvent.length, 0),
    rounds: rounds.length,
    pupils,
    payloadBytes,
    milliseconds: lines,
    mediansOfRounds: rounds.map(({ toEvent }) => spread(toEvent).p50),
    ratios: {
      transaction: ratio((q) => lines.transaction[q]),
      echo: ratio((q) => lines.echo[q]),
      both: ratio((q) => lines.transaction[q] + lines.echo[q]),
    },
  };
}
