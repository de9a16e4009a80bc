import type { AuditEntry } from '@cartable/contract';

const COLUMNS = [
  'at',
  'act',
  'actorId',
  'actor',
  'subjectKind',
  'subjectId',
  'subject',
  'details',
  'address',
];

/** Tells spreadsheets that it is UTF-8. */
const BOM = '\ufeff';

/** A spreadsheet takes a text that begins so for a formula; an apostrophe before it makes it a text again. */
const FORMULA = /^[=+\-@\t\r]/;

export const cell = (value: string): string => {
  const defused = FORMULA.test(value) ? `'${value}` : value;
  return /[";,\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
};

/** RFC 4180, with the semicolon that spreadsheets in French expect. */
const line = (values: readonly string[]) => `${values.map(cell).join(';')}\r\n`;

export async function* csvOf(parts: AsyncIterable<AuditEntry[]>): AsyncGenerator<string> {
  yield `${BOM}${line(COLUMNS)}`;
  for await (const entries of parts) yield entries.map((entry) => line(valuesOf(entry))).join('');
}

export async function* jsonOf(parts: AsyncIterable<AuditEntry[]>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const entries of parts) {
    for (const entry of entries) {
      yield `${before}${JSON.stringify(entry)}`;
      before = ',\n';
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

const valuesOf = ({ at, act, actor, subject, details, address }: AuditEntry): string[] => [
  at,
  act,
  actor?.id ?? '',
  actor?.label ?? '',
  subject?.kind ?? '',
  subject?.id ?? '',
  subject?.label ?? '',
  JSON.stringify(details),
  address ?? '',
];
