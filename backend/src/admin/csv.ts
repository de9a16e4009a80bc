/** Tells spreadsheets that it is UTF-8. */
const BOM = '\ufeff';

/** A spreadsheet takes a text that begins so for a formula, some also behind spaces or in full width; an apostrophe makes it a text. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/u;

export const cell = (value: string): string => {
  const defused = FORMULA.test(value) ? `'${value}` : value;
  return /[";,\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
};

/** RFC 4180, with the semicolon that spreadsheets in French expect. */
const line = (values: readonly string[]) => `${values.map(cell).join(';')}\r\n`;

/** The text of a file, in parts, as its lines are read. */
export async function* csv(
  columns: readonly string[],
  parts: AsyncIterable<(readonly string[])[]>,
): AsyncGenerator<string> {
  yield `${BOM}${line(columns)}`;
  for await (const rows of parts) yield rows.map(line).join('');
}
