import { limits } from '@cartable/contract';
import { parse } from 'papaparse';

/** One line of a file; `line` as spreadsheets count. */
export interface Row {
  line: number;
  cells: string[];
}

export interface FileLines {
  titles: string[];
  rows: Row[];
  /** Lines that have more cells than there are titles, and the one where a quote is left open: nobody can say what is what. */
  broken: { line: number; reason: 'columns' | 'quotes' }[];
}

/** What spreadsheets write: UTF-8, UTF-16 with its mark, or Windows-1252, which is what French ones write unasked. */
export function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Reads a CSV file (RFC 4180) with `;`, `,` or tabulators; the first line that is not empty holds the titles. */
export function readLines(text: string): FileLines {
  const { data, errors } = parse<string[]>(text, { delimiter: delimiterOf(text) });
  const open = errors.find(({ type }) => type === 'Quotes')?.row;
  const all = data
    .map((cells, index) => ({ line: index + 1, cells: cells.map(plainCell), index }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [head, ...rows] = all;
  const titles = head?.cells ?? [];
  const isLong = ({ cells }: Row) => cells.slice(titles.length).some((cell) => cell !== '');
  const reasonOf = (row: Row & { index: number }) =>
    row.index === open ? 'quotes' : isLong(row) ? 'columns' : null;
  return {
    titles,
    rows: rows.filter((row) => reasonOf(row) === null).map(({ line, cells }) => ({ line, cells })),
    broken: rows.flatMap((row) => {
      const reason = reasonOf(row);
      return reason === null ? [] : [{ line: row.line, reason }];
    }),
  };
}

/** Whichever parts the titles into most. */
function delimiterOf(text: string): string {
  const titles = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '';
  const parts = (delimiter: string) => parse<string[]>(titles, { delimiter }).data[0]?.length ?? 0;
  return [';', ',', '\t'].reduce((best, one) => (parts(one) > parts(best) ? one : best));
}

/** Our own files write an apostrophe before what a spreadsheet would run. A sign that can't be stored is one that can't be read. */
const plainCell = (cell: string): string =>
  cell
    .trim()
    .replace(/^'(?=\s*[=+\-@＝＋－＠])/u, '')
    .replaceAll('\0', '\ufffd')
    .slice(0, limits.importCell);
