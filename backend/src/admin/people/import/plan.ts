import type { ImportField, LineFault } from '@cartable/contract';
import type { Known } from '../../../accounts/enrolment.service';
import { Candidate, plain } from './read-line';

const KEYS = ['externalId', 'email', 'login'] as const;
type Key = (typeof KEYS)[number];

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

/** The lines without those that say again what an earlier one said. */
export function withoutDoubles(candidates: readonly Candidate[]) {
  const first = new Map<string, number>();
  const faults: LineFault[] = [];
  const once = candidates.filter((candidate) => {
    const said = traces(candidate);
    const seen = said.find(({ trace }) => first.has(trace));
    if (seen) {
      const { field, trace } = seen;
      faults.push({ line: candidate.line, field, reason: 'twice', other: first.get(trace) });
      return false;
    }
    for (const { trace } of said) first.set(trace, candidate.line);
    return true;
  });
  return { once, faults };
}

/** By what somebody could be the same as another: the keys, or without any the name within a class. */
function traces(candidate: Candidate): { field: ImportField; trace: string }[] {
  const keys = KEYS.flatMap((key) =>
    candidate[key] === null ? [] : [{ field: key, trace: `${key} ${candidate[key]}` }],
  );
  if (keys.length > 0) return keys;
  return candidate.classes.map((name) => ({
    field: 'displayName',
    trace: `name ${candidate.role} ${plain(candidate.displayName)} / ${plain(name)}`,
  }));
}

/**
 * Who of the lines is there already, who is not, and who can't be told. By number, address and login name, which must all lead to the
 * same account; who has none of them there is found by name in a class, if nothing that the line says differs.
 *
 * @param inClass for each line who has its name in one of its classes.
 */
export function planFor(
  candidates: readonly Candidate[],
  known: readonly Known[],
  inClass: readonly (readonly Known[])[],
): Plan {
  const by = Object.fromEntries(
    KEYS.map((key) => [key, new Map(known.map((person) => [person[key], person]))]),
  ) as Record<Key, Map<string | null, Known>>;
  const plan: Plan = { fresh: [], matches: [], faults: [] };
  const adopted = new Set<string>();
  candidates.forEach((candidate, index) => {
    const { line } = candidate;
    const found = KEYS.flatMap((key) => {
      const person = candidate[key] === null ? undefined : by[key].get(candidate[key]);
      return person ? [{ key, person }] : [];
    });
    const [first] = found;
    const person = first?.person ?? namesake(candidate, inClass[index] ?? [], adopted);
    if (!person) return plan.fresh.push(candidate);
    const stranger = found.find((one) => one.person.id !== person.id);
    if (stranger) return plan.faults.push({ line, field: stranger.key, reason: 'taken' });
    // An address that two pupils share leads to one of them, whose number is another.
    if (first && first.key !== 'externalId' && differs(candidate, person, 'externalId')) {
      return plan.faults.push({ line, field: first.key, reason: 'taken' });
    }
    if (person.isDisabled) {
      return plan.faults.push({ line, field: first?.key ?? 'displayName', reason: 'disabled' });
    }
    if (person.role !== candidate.role) {
      return plan.faults.push({ line, field: 'role', reason: 'other-role' });
    }
    adopted.add(person.id);
    return plan.matches.push({ candidate, known: person });
  });
  return plan;
}

const differs = (candidate: Candidate, person: Known, key: Key) =>
  candidate[key] !== null && person[key] !== null && candidate[key] !== person[key];

const namesake = (candidate: Candidate, inClass: readonly Known[], adopted: ReadonlySet<string>) =>
  inClass.find(
    (person) => !adopted.has(person.id) && !KEYS.some((key) => differs(candidate, person, key)),
  );

/** Of what the line says of the person, what is not so. */
export const newsIn = ({ candidate, known }: Match): ('displayName' | Key)[] => [
  ...(candidate.displayName === known.displayName ? [] : ['displayName' as const]),
  ...KEYS.filter((key) => candidate[key] !== null && candidate[key] !== known[key]),
];

export const says = (match: Match): boolean => newsIn(match).length > 0;
