import { readShareCode, SHARE_CODE_ALPHABET, SHARE_CODE_LENGTH } from '@cartable/contract';

/**
 * What is searched for, as a `tsquery` that finds the beginnings of words without regard to accents; null when there is no
 * word in it. The database's `plain_words` reads the other side in the same way.
 */
export function wordsQuery(search: string): string | null {
  const words = search
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu);
  return words && words.map((word) => `'${word}':*`).join(' & ');
}

/** The first and the last code that begin with what is searched for; null when no code does. */
export function codeRange(search: string): { first: string; last: string } | null {
  const reading = readShareCode(search);
  if (reading.state === 'wrong-letter' || reading.state === 'too-long') return null;
  return {
    first: reading.code.padEnd(SHARE_CODE_LENGTH, SHARE_CODE_ALPHABET.at(0)),
    last: reading.code.padEnd(SHARE_CODE_LENGTH, SHARE_CODE_ALPHABET.at(-1)),
  };
}
