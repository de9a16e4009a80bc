import type { Role } from '@cartable/contract';
import type { Membership } from '../../../classes/class-moves.service';
import type { Actor, AuditEntry } from '../../../platform/audit/audit.service';
import { Match, newsIn } from './plan';

export const about = (id: string) => ({ kind: 'person' as const, id });

interface Done {
  made: readonly { id: string; role: Role | undefined }[];
  told: readonly Match[];
  left: readonly Membership[];
}

/** What the audit keeps of an import: numbers, and who; neither names nor addresses. */
export function entriesOf(
  by: Actor,
  counts: Record<string, number>,
  { made, told, left }: Done,
): AuditEntry[] {
  const details = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  return [
    { act: 'people.imported', by, details },
    ...made.map(({ id, role }) => ({
      act: 'person.created' as const,
      by,
      on: about(id),
      details: { role },
    })),
    ...told.map((match) => ({
      act: 'person.changed' as const,
      by,
      on: about(match.known.id),
      details: Object.fromEntries(newsIn(match).map((key) => [key, 'changed'])),
    })),
    ...left.map(({ personId, classId }) => ({
      act: 'class.member-removed' as const,
      by,
      on: { kind: 'class' as const, id: classId },
      details: { personId },
    })),
  ];
}
