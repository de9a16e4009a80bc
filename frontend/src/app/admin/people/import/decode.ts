/** Why a file is none that can be read: a workbook, something that is no text, or text whose letters nobody can tell. */
export type Unreadable = 'workbook' | 'binary' | 'letters';

/** ZIP, which .xlsx and .ods are, and OLE, which .xls is. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const HEAD = 512;

/**
 * What no French text is in Windows-1252: signs that it does not have, and capitals and signs in the middle of words, which is how
 * the accents of old Macintosh and DOS programs read.
 */
const NOT_WINDOWS = /[\u0080-\u009f]|\p{L}[ŽŠƒˆ™‚‡](?=\p{Ll})/u;

/** What spreadsheets write: UTF-8, UTF-16 with its mark, or Windows-1252, which is what French ones write unasked. */
export function decode(buffer: ArrayBuffer): { text: string } | { refused: Unreadable } {
  const bytes = new Uint8Array(buffer);
  const begins = (...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
  if (begins(0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (begins(0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes) };
  if (WORKBOOKS.some((signs) => begins(...signs))) return { refused: 'workbook' };
  if (bytes.subarray(0, HEAD).includes(0)) return { refused: 'binary' };
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  // A file of UTF-8 with a line or two pasted from elsewhere stays UTF-8: those lines are told.
  const bad = utf8.split('\ufffd').length - 1;
  if (bad === 0 || bad < (utf8.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0)) return { text: utf8 };
  const text = new TextDecoder('windows-1252').decode(bytes);
  return NOT_WINDOWS.test(text) ? { refused: 'letters' } : { text };
}
