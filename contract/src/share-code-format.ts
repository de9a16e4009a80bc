/** The 20 consonants of RFC 8628 §6.1: no digit that looks like a letter, no vowel that makes a word. */
export const SHARE_CODE_ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ';
export const SHARE_CODE_LENGTH = 8;

export type ShareCodeReading =
  | { state: 'complete'; code: string }
  | { state: 'partial'; code: string }
  | { state: 'wrong-letter'; letter: string }
  | { state: 'too-long' };

/**
 * Reads what a person typed or pasted: any case, with or without separators, or the address that a QR code holds.
 * `code` is canonical: upper case, no separator.
 */
export function readShareCode(typed: string): ShareCodeReading {
  const path = /\/i\/([^/?#\s]*)/i.exec(typed);
  const letters = (path?.[1] ?? typed).toUpperCase().replace(/[\s\-–—_.·]|%20/g, '');
  const wrong = [...letters].find((letter) => !SHARE_CODE_ALPHABET.includes(letter));
  if (wrong !== undefined) return { state: 'wrong-letter', letter: wrong };
  if (letters.length > SHARE_CODE_LENGTH) return { state: 'too-long' };
  return { state: letters.length === SHARE_CODE_LENGTH ? 'complete' : 'partial', code: letters };
}

/** `BKRTMVPL` → `BKRT-MVPL`; a code that is still being typed gets its hyphen after the fourth letter. */
export function formatShareCode(code: string): string {
  return code.length <= 4 ? code : `${code.slice(0, 4)}-${code.slice(4)}`;
}
