import { limits } from '@cartable/contract';
import { parse } from 'papaparse';
import { headerOf } from './header';

/** One line of a file; `line` as spreadsheets count. */
export interface Row {
  line: number;
  cells: string[];
}

export interface FileLines {
  titles: string[];
  rows: Row[];
  /** Lines that have more cells than there are titles, and all after a quote that is none: nobody can say what is what. */
  broken: { line: number; reason: 'columns' | 'quotes' }[];
}

/** Reads a CSV file (RFC 4180) with `;`, `,`, tabulators or bars, from the line that holds the titles on. */
export function readLines(text: string): FileLines {
  // What Excel reads and writes to know its own separator counts as a line, and as no more.
  const plainText = text.replace(SEPARATOR_LINE, '');
  const { at, delimiter } = headerOf(plainText);
  const { data, errors } = parse<string[]>(plainText, { delimiter });
  const unquoted = errors.find(({ type }) => type === 'Quotes')?.row ?? Infinity;
  const all = data
    .map((cells, index) => ({ index, line: index + 1, cells: cells.map(plainCell) }))
    .filter(({ cells, index }) => index >= at && cells.some((cell) => cell !== ''));
  const [head, ...rows] = all;
  const titles = head?.cells.slice(0, widthOf(all)) ?? [];
  const isLong = ({ cells }: Row) => cells.slice(titles.length).some((cell) => cell !== '');
  const read: FileLines = { titles, rows: [], broken: [] };
  for (const row of rows) {
    const { line, cells } = row;
    // After a quote that is open or has something behind it, several lines may have become one.
    if (row.index >= unquoted) read.broken.push({ line, reason: 'quotes' });
    else if (isLong(row)) read.broken.push({ line, reason: 'columns' });
    else read.rows.push({ line, cells });
  }
  return read;
}

const SEPARATOR_LINE = /^sep=.[^\S\r\n]*(?=\r|\n)/i;

/** Columns without a title and without a cell are none, as spreadsheets leave them behind. */
function widthOf([head, ...rows]: readonly Row[]): number {
  const titles = head?.cells ?? [];
  const isUsed = (index: number) =>
    titles[index] !== '' || rows.some(({ cells }) => (cells[index] ?? '') !== '');
  return titles.findLastIndex((_, index) => isUsed(index)) + 1;
}

/** Our own files write an apostrophe before what a spreadsheet would run. A sign that can't be stored is one that can't be read. */
const plainCell = (cell: string): string =>
  cell
    .trim()
    .replace(/^'(?=\s*[=+\-@＝＋－＠])/u, '')
    .replaceAll('\0', '\ufffd')
    .slice(0, limits.importCell)
    .toWellFormed();
