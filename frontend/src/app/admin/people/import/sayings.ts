import { ImportField, LineFault, LineFaultReason } from '@cartable/contract';
import { Columns } from './columns';
import { FileLines, Row } from './read-file';

/** Why a line is left out. `said`: what stands in its cell. */
export interface ShownFault {
  line: number;
  field: ImportField | null;
  reason: LineFaultReason | 'columns' | 'quotes';
  other?: number | undefined;
  said: string;
}

/** What the lines of a file say; a whole name may have to be put together. */
export function sayings(rows: readonly Row[], columns: Columns) {
  const cells = new Map(rows.map((row) => [row.line, row.cells]));
  const at = (line: number, field: ImportField) => cells.get(line)?.[columns.indexOf(field)] ?? '';
  return (line: number, field: ImportField): string =>
    at(line, field) ||
    (field === 'displayName' ? `${at(line, 'firstName')} ${at(line, 'lastName')}`.trim() : '');
}

export const shownFaults = (
  faults: readonly LineFault[],
  say: ReturnType<typeof sayings>,
): ShownFault[] => faults.map((fault) => ({ ...fault, said: say(fault.line, fault.field) }));

export const brokenLines = (lines: FileLines | null): ShownFault[] =>
  (lines?.broken ?? []).map((fault) => ({ ...fault, field: null, said: '' }));
