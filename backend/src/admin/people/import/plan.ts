import type { LineFault } from '@cartable/contract';
import type { Known } from '../../../accounts/enrolment.service';
import { differs, Key, KEYS } from './keys';
import { canBe, straight } from './names';
import { Candidate } from './read-line';

/** Somebody of the file who has an account. */
export interface Match {
  candidate: Candidate;
  known: Known;
}

export interface Plan {
  fresh: Candidate[];
  matches: Match[];
  faults: LineFault[];
}

type Found = { key: Key; person: Known }[];

/**
 * Who of the lines is there already, who is not, and who can't be told. By number, address and login name, which must all lead to the
 * same account; who has none of them there is whom somebody has said, or is found by name in a class, if nothing that the line says
 * differs.
 *
 * @param inClass for each line who has its name in one of its classes.
 */
export function planFor(
  candidates: readonly Candidate[],
  known: readonly Known[],
  inClass: readonly (readonly Known[])[],
): Plan {
  const lead = leading(known);
  const plan: Plan = { fresh: [], matches: [], faults: [] };
  const adopted = new Map<string, number>();
  const adopt = (candidate: Candidate, person: Known, found: Found) => {
    const fault = faultOf(candidate, person, found, adopted.get(person.id));
    if (fault) return plan.faults.push({ line: candidate.line, ...fault });
    adopted.set(person.id, candidate.line);
    return plan.matches.push({ candidate: asked(candidate, person), known: person });
  };
  // First whoever is certain: nobody else may be taken for them by the name.
  const open = candidates.flatMap((candidate, index) => {
    const { found, person } = lead(candidate);
    if (!person) return [{ candidate, inClass: inClass[index] ?? [] }];
    adopt(candidate, person, found);
    return [];
  });
  for (const { candidate, inClass } of open) {
    const person = inClass.find(
      (one) => !adopted.has(one.id) && !KEYS.some((key) => differs(candidate, one, key)),
    );
    const { line, same, role } = candidate;
    if (person) adopt(candidate, person, []);
    else if (role === 'admin') plan.faults.push({ line, field: 'role', reason: 'unknown-role' });
    else if (same) plan.faults.push({ line, field: 'displayName', reason: 'gone' });
    else plan.fresh.push(sorted(candidate, null));
  }
  return plan;
}

/** To whom the keys of a line lead, or else who somebody has said that it is. */
function leading(known: readonly Known[]) {
  const by = Object.fromEntries(
    KEYS.map((key) => [key, new Map(known.map((person) => [person[key], person]))]),
  ) as Record<Key, Map<string | null, Known>>;
  const byId = new Map(known.map((person) => [person.id, person]));
  return (candidate: Candidate) => {
    const found = KEYS.flatMap((key) => {
      const person = candidate[key] === null ? undefined : by[key].get(candidate[key]);
      return person ? [{ key, person }] : [];
    });
    return { found, person: found[0]?.person ?? byId.get(candidate.same ?? '') };
  };
}

/** Why the line can't be taken for the person. */
function faultOf(
  candidate: Candidate,
  person: Known,
  found: Found,
  other: number | undefined,
): Omit<LineFault, 'line'> | null {
  const [first] = found;
  const field = first?.key ?? 'displayName';
  const stranger = found.find((one) => one.person.id !== person.id);
  if (stranger) return { field: stranger.key, reason: 'taken' };
  // An address that brothers and sisters share leads to one of them, who has another number or another first name.
  const isShared = first !== undefined && first.key !== 'externalId';
  if (isShared && differs(candidate, person, 'externalId')) return { field, reason: 'taken' };
  if (person.role !== candidate.role) return { field: 'role', reason: 'other-role' };
  if (isShared && !canBe(candidate, person.displayName)) return { field, reason: 'taken' };
  if (other !== undefined) return { field, reason: 'twice', other };
  if (person.isDisabled) return { field, reason: 'disabled' };
  return null;
}

/** Of administrators a file changes nothing: our own export names them. */
const asked = (
  candidate: Candidate,
  { displayName, familyName, email, login, externalId }: Known,
): Candidate =>
  candidate.role === 'admin'
    ? { ...candidate, displayName, familyName, email, login, externalId, classes: [] }
    : sorted(candidate, familyName);

const sorted = (candidate: Candidate, known: string | null): Candidate => ({
  ...candidate,
  familyName: candidate.familyName ?? known ?? candidate.capitals,
});

const NAMES = ['displayName', 'familyName'] as const;

/** Of what the line says of the person, what is not so. */
export const newsIn = ({ candidate, known }: Match): ((typeof NAMES)[number] | Key)[] => [
  ...NAMES.filter(
    (name) => candidate[name] !== null && straight(candidate[name]) !== straight(known[name] ?? ''),
  ),
  ...KEYS.filter((key) => candidate[key] !== null && candidate[key] !== known[key]),
];

export const says = (match: Match): boolean => newsIn(match).length > 0;
