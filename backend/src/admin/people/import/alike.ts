import type { Alike } from '@cartable/contract';
import type { Known } from '../../../accounts/enrolment.service';
import { differs, KEYS } from './keys';
import { Candidate } from './read-line';
import { lacks } from './updates';

export interface Lookalike extends Known {
  /** Of this year, and of others. */
  classes: string[];
  formerClasses: string[];
}

/**
 * Who somebody could be. Likely is only who has left all classes, as whole schools have in September, and then only if nothing
 * speaks against it.
 *
 * @param shared whom other lines could mean as well.
 */
export function alikeOf(
  candidate: Candidate,
  people: readonly Lookalike[],
  shared: ReadonlySet<string>,
): Alike {
  const likely = people.filter(
    (person) =>
      people.length === 1 &&
      !person.isDisabled &&
      person.classes.length === 0 &&
      !shared.has(person.id) &&
      !KEYS.some((key) => differs(candidate, person, key)),
  );
  return {
    lines: candidate.lines,
    likely: likely[0]?.id ?? null,
    people: people.map((person) => ({
      ...person,
      name: person.email ?? person.login ?? '',
      moves:
        candidate.role === 'student' &&
        person.classes.length > 0 &&
        candidate.classes.length > 0 &&
        candidate.classes.every(lacks(person.classes)),
    })),
  };
}
