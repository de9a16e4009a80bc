import { parseArgs } from 'node:util';

export const USAGE = `npm run bench:import -- [--rounds N] [--json FILE]

Measures how long it takes from a pupil's request to import until the event is on the pupil's screen, one pupil at
a time, beside a raw Postgres transaction and a raw Socket.IO echo in the same run. Starts a Postgres and a server
of its own, and removes them.

  --rounds  50 imports each; 8 unless told
  --json    also writes every figure to this file`;

/**
 * Null: the usage is asked for, or the call is wrong.
 * @param {string[]} args
 * @returns {{ rounds: number, json: string | undefined } | null}
 */
export function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: { rounds: { type: 'string', default: '8' }, json: { type: 'string' } },
    });
    const rounds = Number(values.rounds);
    return Number.isInteger(rounds) && rounds > 0 ? { rounds, json: values.json } : null;
  } catch {
    return null;
  }
}
