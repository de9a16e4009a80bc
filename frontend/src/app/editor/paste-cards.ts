import { limits, NewCard } from '@cartable/contract';
import { parse } from 'papaparse';

export type Separator = '\t' | ';' | ',';
export const separators: readonly Separator[] = ['\t', ';', ','];

export type LineFault = 'no-back' | 'no-front' | 'too-many' | 'too-long';

/** One line of what was pasted: a card, or why it is none. */
export interface PastedLine {
  /** As a person counts: the first is 1. */
  line: number;
  cells: string[];
  card: NewCard | null;
  fault: LineFault | null;
}

const bytes = new TextEncoder();
const tooLong = (side: string) => bytes.encode(side).length > limits.cardSideBytes;

function faultOf(cells: string[]): LineFault | null {
  const [front = '', back = '', ...more] = cells.map((cell) => cell.trim());
  if (front === '') return 'no-front';
  if (back === '') return 'no-back';
  if (more.some((cell) => cell !== '')) return 'too-many';
  return tooLong(front) || tooLong(back) ? 'too-long' : null;
}

/**
 * Reads lines of a spreadsheet or a CSV file, quotes included (RFC 4180). Without a `separator`, the one that parts most lines in
 * two is taken. Empty lines are passed over.
 */
export function readPasted(
  text: string,
  separator?: Separator,
): { separator: Separator; lines: PastedLine[] } {
  const best = separator ?? likeliest(text);
  const rows = rowsOf(text, best);
  const lines = rows.map((cells, index) => {
    const fault = faultOf(cells);
    const [front = '', back = ''] = cells.map((cell) => cell.trim());
    return { line: index + 1, cells, fault, card: fault ? null : { front, back } };
  });
  return { separator: best, lines };
}

const rowsOf = (text: string, delimiter: Separator) =>
  parse<string[]>(text.replaceAll('\0', ''), { delimiter, skipEmptyLines: 'greedy' }).data;

function likeliest(text: string): Separator {
  const pairs = (separator: Separator) =>
    rowsOf(text, separator).filter((cells) => cells.length === 2).length;
  return separators.reduce((best, one) => (pairs(one) > pairs(best) ? one : best));
}
