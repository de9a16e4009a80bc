import { readShareCode, SHARE_CODE_ALPHABET, SHARE_CODE_LENGTH } from '@cartable/contract';

/** The first and the last code that begin with what is searched for; null when no code does. */
export function codeRange(search: string): { first: string; last: string } | null {
  const reading = readShareCode(search);
  if (reading.state === 'wrong-letter' || reading.state === 'too-long') return null;
  return {
    first: reading.code.padEnd(SHARE_CODE_LENGTH, SHARE_CODE_ALPHABET.at(0)),
    last: reading.code.padEnd(SHARE_CODE_LENGTH, SHARE_CODE_ALPHABET.at(-1)),
  };
}
