/** What the product promises on one machine, in milliseconds. */
const PROMISED = { p50: 15, p99: 100 };

const titles = {
  toEvent: 'Import: request to event on the screen',
  toAnswer: 'Import: request to answer',
  transaction: 'Raw Postgres transaction, same rows',
  echo: 'Raw Socket.IO echo, same payload',
};

const ratioTitles = {
  transaction: 'Request to event ÷ raw transaction',
  echo: 'Request to event ÷ raw echo',
  both: 'Request to event ÷ (transaction + echo)',
};

const WIDTH = Math.max(...Object.values({ ...titles, ...ratioTitles }).map((t) => t.length));
const row = (title, cells) =>
  `${title.padEnd(WIDTH)}${cells.map((cell) => cell.padStart(10)).join('')}`;
const ms = (value) => `${value.toFixed(1)} ms`;
const times = (value) => `${value.toFixed(1)} ×`;

/** @param {ReturnType<typeof import('./summary.mjs').summarise>} summary */
export function table({ imports, rounds, pupils, payloadBytes, milliseconds, ratios }) {
  const { p50, p99 } = milliseconds.toEvent;
  const held = p50 <= PROMISED.p50 && p99 <= PROMISED.p99;
  const size = `${(payloadBytes / 1000).toFixed(1)} kB`;
  return [
    `${imports} imports by ${pupils} pupils, one at a time, in ${rounds} rounds; events of up to ${size}`,
    '',
    row('', ['p50', 'p99', 'min', 'max']),
    ...Object.entries(milliseconds).map(([line, s]) =>
      row(titles[line], [s.p50, s.p99, s.min, s.max].map(ms)),
    ),
    ...Object.entries(ratios).map(([of, r]) => row(ratioTitles[of], [r.p50, r.p99].map(times))),
    '',
    `Promised: p50 ≤ ${PROMISED.p50} ms, p99 ≤ ${PROMISED.p99} ms: ${held ? 'held' : 'NOT held'}`,
  ].join('\n');
}
