import { parse } from 'papaparse';
import { fieldOf } from './titles';

/** Where the titles of a file stand among its lines, and what parts its cells. */
export interface Header {
  at: number;
  delimiter: string;
}

const DELIMITERS = [';', ',', '\t', '|'];
/** Lists have a heading, a date, an empty line above their titles. */
const LINES_TO_LOOK_AT = 12;
const KNOWN_TITLES = 2;

const knownIn = (cells: readonly string[]): number => cells.filter((cell) => fieldOf(cell)).length;

/** Whether a line has titles that are known. One without may be of the people themselves. */
export const hasTitles = (cells: readonly string[]): boolean => knownIn(cells) >= KNOWN_TITLES;

/** The first line that has most of the titles that are known, or else the first that says anything. */
export function headerOf(text: string): Header {
  const lines = DELIMITERS.flatMap((delimiter) => {
    const { data } = parse<string[]>(text, { delimiter, preview: LINES_TO_LOOK_AT });
    return data.map((cells, at) => ({
      at,
      delimiter,
      cells: cells.filter((cell) => cell.trim() !== '').length,
      known: knownIn(cells),
    }));
  });
  const telling = lines.filter(({ known }) => known >= KNOWN_TITLES);
  if (telling.length > 0) {
    return telling.reduce((best, one) => (one.known > best.known ? one : best));
  }
  const first = Math.min(...lines.filter(({ cells }) => cells > 0).map(({ at }) => at));
  return lines
    .filter(({ at }) => at === first)
    .reduce((best, one) => (one.cells > best.cells ? one : best), {
      at: 0,
      delimiter: ';',
      cells: 0,
    });
}
