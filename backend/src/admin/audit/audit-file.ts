import type { AuditEntry } from '@cartable/contract';
import { csv } from '../csv';

const COLUMNS = [
  'at',
  'act',
  'actorId',
  'actor',
  'subjectKind',
  'subjectId',
  'subject',
  'details',
  'mentions',
  'address',
];

export const csvOf = (parts: AsyncIterable<AuditEntry[]>): AsyncGenerator<string> =>
  csv(COLUMNS, rowsOf(parts));

async function* rowsOf(parts: AsyncIterable<AuditEntry[]>): AsyncGenerator<string[][]> {
  for await (const entries of parts) yield entries.map(valuesOf);
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

const valuesOf = ({
  at,
  act,
  actor,
  subject,
  details,
  mentions,
  address,
}: AuditEntry): string[] => [
  at,
  act,
  actor?.id ?? '',
  actor?.label ?? '',
  subject?.kind ?? '',
  subject?.id ?? '',
  subject?.label ?? '',
  JSON.stringify(details),
  mentions.map(({ label }) => label ?? '').join('; '),
  address ?? '',
];
