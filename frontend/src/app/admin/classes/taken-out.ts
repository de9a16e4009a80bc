import { ClassMember } from '@cartable/contract';

/** Somebody who was in a list, and the ids of those who stood above. */
export interface TakenOut {
  person: ClassMember;
  above: ReadonlySet<string>;
}

/** The list with each of them where they stood: only the server knows the order of names. */
export const withTakenOut = (
  members: readonly ClassMember[],
  out: readonly TakenOut[],
): readonly ClassMember[] =>
  out.reduce((lines, { person, above }) => {
    const at = lines.findLastIndex(({ id }) => above.has(id)) + 1;
    return lines.toSpliced(at, 0, person);
  }, members);
