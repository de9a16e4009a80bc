import type { AuditAct, Role } from '@cartable/contract';
import type { Member } from '../../../classes/class-rolls.service';
import type { Actor, AuditEntry } from '../../../platform/audit/audit.service';
import { Match, newsIn } from './plan';

export const about = (id: string) => ({ kind: 'person' as const, id });

interface Done {
  made: readonly { id: string; role: Role | undefined }[];
  told: readonly Match[];
  /** The ids of classes that are new. */
  founded: readonly string[];
  joined: readonly Member[];
  left: readonly Member[];
}

const ofClass = (act: AuditAct, by: Actor, { classId, personId }: Member): AuditEntry => ({
  act,
  by,
  on: { kind: 'class', id: classId },
  details: { personId },
});

/** What the audit keeps of an import: numbers, and who; neither names nor addresses. */
export function entriesOf(
  by: Actor,
  counts: Record<string, number>,
  { made, told, founded, joined, left }: Done,
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
    ...founded.map((id) => ({
      act: 'class.created' as const,
      by,
      on: { kind: 'class' as const, id },
    })),
    ...joined.map((membership) => ofClass('class.member-added', by, membership)),
    ...left.map((membership) => ofClass('class.member-removed', by, membership)),
  ];
}
