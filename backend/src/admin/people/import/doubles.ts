import type { ImportField, LineFault } from '@cartable/contract';
import { KEYS } from './keys';
import { plain } from './names';
import { Candidate, withoutTwins } from './read-line';

/**
 * Each person once. Lines that say the same of somebody but for the classes, as lists with a line for each class do, are one; a line
 * that says half of the same is a fault.
 */
export function withoutDoubles(candidates: readonly Candidate[]) {
  const first = new Map<string, Candidate>();
  const faults: LineFault[] = [];
  const once: Candidate[] = [];
  for (const candidate of candidates) {
    const said = traces(candidate);
    const seen = said.find(({ trace }) => first.has(trace));
    const other = seen && first.get(seen.trace);
    if (!other) {
      const own = { ...candidate };
      once.push(own);
      for (const { trace } of said) first.set(trace, own);
    } else if (isPerson(candidate) && isSame(candidate, other)) {
      other.lines = [...other.lines, candidate.line];
      other.classes = withoutTwins([...other.classes, ...candidate.classes]);
    } else {
      faults.push({ line: candidate.line, field: seen.field, reason: 'twice', other: other.line });
    }
  }
  return { once, faults };
}

/** By what somebody could be the same as another: the keys, or without any the name, of pupils within a class. */
function traces(candidate: Candidate): { field: ImportField; trace: string }[] {
  const { role, displayName, classes } = candidate;
  const keys = KEYS.flatMap((key) =>
    candidate[key] === null ? [] : [{ field: key, trace: `${key} ${candidate[key]}` }],
  );
  if (keys.length > 0) return keys;
  const name = `name ${role} ${plain(displayName)}`;
  const within = role === 'student' ? classes.map((one) => `${name} / ${plain(one)}`) : [name];
  return within.map((trace) => ({ field: 'displayName', trace }));
}

/** Whoever is known by more than a name in a class. Of a name and a role a school has two pupils, hardly two teachers. */
const isPerson = (candidate: Candidate): boolean =>
  candidate.role !== 'student' || KEYS.some((key) => candidate[key] !== null);

const isSame = (one: Candidate, other: Candidate): boolean =>
  one.role === other.role &&
  plain(one.displayName) === plain(other.displayName) &&
  KEYS.every((key) => one[key] === other[key]);
