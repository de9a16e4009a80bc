import { randomInt } from 'node:crypto';
import { SHARE_CODE_ALPHABET, SHARE_CODE_LENGTH } from '@cartable/contract';

/** Letter runs that a class would read as an insult, in French or English texting. */
const OFFENSIVE = [
  'BTRD',
  'CNRD',
  'CNNRD',
  'CRTN',
  'DBL',
  'FCK',
  'FDP',
  'FLS',
  'KKK',
  'MRD',
  'NGR',
  'NTM',
  'NZ',
  'PD',
  'PTN',
  'SHT',
  'SLP',
  'SS',
  'TRD',
  'TDC',
  'WTF',
  'XXX',
];

export const isOffensive = (code: string): boolean => OFFENSIVE.some((run) => code.includes(run));

const draw = (pick: (below: number) => number): string =>
  Array.from(
    { length: SHARE_CODE_LENGTH },
    () => SHARE_CODE_ALPHABET[pick(SHARE_CODE_ALPHABET.length)],
  ).join('');

/** A new canonical code: 8 letters, each from the CSPRNG, drawn again while it holds an offensive run. */
export function drawShareCode(pick: (below: number) => number = randomInt): string {
  let code = draw(pick);
  while (isOffensive(code)) code = draw(pick);
  return code;
}
