import { ImportField, importFields, ImportLine } from '@cartable/contract';
import { Row } from './read-file';
import { fieldOf } from './titles';

/** What each column is; null: nothing that is wanted here. */
export type Columns = readonly (ImportField | null)[];

/** What the titles say that the columns are; each is one thing at most. */
export function guess(titles: readonly string[]): Columns {
  const said = titles.map(fieldOf);
  const columns: (ImportField | null)[] = titles.map(() => null);
  for (const field of importFields) {
    const ranks = said.map((one) => (one?.field === field ? one.rank : Infinity));
    const best = Math.min(...ranks);
    if (best < Infinity) columns[ranks.indexOf(best)] = field;
  }
  // Both parts of a name say more than one column that holds it whole.
  const has = (field: ImportField) => columns.includes(field);
  return has('lastName') && has('firstName')
    ? columns.map((field) => (field === 'displayName' ? null : field))
    : columns;
}

/** The columns with that one taken for `field`; the one that was, if any, no longer is. */
export const choose = (columns: Columns, index: number, field: ImportField | null): Columns =>
  columns.map((one, at) => (at === index ? field : one === field ? null : one));

/** What is missing before the lines say who somebody is. */
export function missing(columns: Columns): 'name' | 'key' | null {
  const has = (...fields: ImportField[]) => fields.every((field) => columns.includes(field));
  if (!has('displayName') && !has('lastName', 'firstName')) return 'name';
  return (['classes', 'externalId', 'email', 'login'] as const).some((field) => has(field))
    ? null
    : 'key';
}

/** Whether everybody would come in without a class. */
export const lacksClass = (columns: Columns): boolean => !columns.includes('classes');

/** A row as the server is told of it. */
export function lineOf({ line, cells }: Row, columns: Columns): ImportLine {
  const said = columns.flatMap((field, index) =>
    field === null ? [] : [[field, cells[index] ?? ''] as const],
  );
  return { line, ...Object.fromEntries(said) };
}
