import { Classroom } from './classroom.mjs';
import { RawEcho } from './raw-echo.mjs';
import { RawTransaction } from './raw-transaction.mjs';

/**
 * Milliseconds of each single one, round by round.
 * @typedef {{ toEvent: number[], toAnswer: number[], transaction: number[], echo: number[] }} Round
 */

/**
 * @typedef {object} Measurement
 * @property {Round[]} rounds
 * @property {number} pupils
 * @property {number} payloadBytes of the largest event, as JSON
 */

/**
 * Imports, raw transactions and raw echoes take turns one by one, so that each meets the same moments of the machine.
 * A first round, not counted, warms all three up.
 * @param {import('./stage.mjs').Stage} stage
 * @param {number} count
 * @param {(line: string) => void} tell
 * @returns {Promise<Measurement>}
 */
export async function measure(stage, count, tell) {
  const classroom = await Classroom.open(stage);
  const transaction = await RawTransaction.open(stage.databaseUrl);
  const echo = await RawEcho.open();
  try {
    const rounds = [];
    let payloadBytes = 0;
    for (let n = 0; n <= count; n += 1) {
      tell(n === 0 ? 'Warming up …' : `Round ${n} of ${count} …`);
      /** @type {Round} */
      const round = { toEvent: [], toAnswer: [], transaction: [], echo: [] };
      for (const turn of await classroom.round()) {
        const { toEvent, toAnswer, message } = await turn.pupil.import(turn.code);
        round.toEvent.push(toEvent);
        round.toAnswer.push(toAnswer);
        round.transaction.push(await transaction.once(turn));
        round.echo.push(await echo.once(message));
        payloadBytes = Math.max(payloadBytes, Buffer.byteLength(JSON.stringify(message)));
      }
      if (n > 0) rounds.push(round);
    }
    return { rounds, pupils: classroom.pupils, payloadBytes };
  } finally {
    classroom.close();
    await transaction.close();
    echo.close();
  }
}
