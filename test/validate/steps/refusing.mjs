import { randomInt } from 'node:crypto';
import {
  formatShareCode,
  ProblemBody,
  SHARE_CODE_ALPHABET,
  SHARE_CODE_LENGTH,
} from '@cartable/contract';
import { describe } from '../api.mjs';
import { ensure } from '../check-failed.mjs';
import { refusal } from '../socket.mjs';

const FOREIGN_ORIGIN = 'https://foreign.example';

/** A code of the right form that nobody was given: there are 25 thousand million. */
function strangeCode() {
  const letters = Array.from(
    { length: SHARE_CODE_LENGTH },
    () => SHARE_CODE_ALPHABET[randomInt(SHARE_CODE_ALPHABET.length)],
  );
  return formatShareCode(letters.join(''));
}

/**
 * @param {import('../world.mjs').World} world
 * @param {object} auth
 */
async function refusedAsStranger({ url }, auth) {
  const why = await refusal(url, { auth });
  ensure(why === 'not-signed-in', `refused, but as ${why ?? 'a broken connection'}`);
  return why;
}

/**
 * The right token from a page of another site: refused before the token is looked at.
 * @param {import('../world.mjs').World} world
 */
async function refusedOrigin({ url, student }) {
  const attempt = { auth: { token: student.token }, origin: FOREIGN_ORIGIN };
  for (const transport of /** @type {const} */ (['websocket', 'polling'])) {
    const why = await refusal(url, { ...attempt, transport });
    ensure(why === null, `over ${transport} it is refused for something else: ${why}`);
  }
  return 'over websocket and long polling';
}

/** @param {import('../world.mjs').World} world */
async function wrongCode({ api, student }) {
  const path = `/share-codes/${strangeCode()}/import`;
  const answer = await api.call('POST', path, { token: student.token });
  const problem = ProblemBody.safeParse(answer.body);
  const isRight = answer.status === 404 && problem.data?.code === 'share-code-unknown';
  ensure(isRight, `answers ${describe(answer)}, not 404 share-code-unknown`);
  return describe(answer);
}

/** @type {import('../world.mjs').Step[]} */
export const refusing = [
  { title: 'A socket without a token is refused', run: (world) => refusedAsStranger(world, {}) },
  {
    title: 'A socket with a forged token is refused',
    run: (world) => refusedAsStranger(world, { token: forged(world.student.token) }),
  },
  { title: 'A socket from a foreign origin is refused', run: refusedOrigin },
  { title: 'A wrong code is answered as unknown', run: wrongCode },
];

/**
 * The same claims with another signature.
 * @param {string} token
 */
function forged(token) {
  const [header, claims, signature] = token.split('.');
  return [header, claims, [...(signature ?? '')].reverse().join('')].join('.');
}
