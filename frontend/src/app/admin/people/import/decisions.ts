import { Alike } from '@cartable/contract';

/** Who somebody is: the id of an account, somebody new, or nothing yet. */
export type Decision = string;
export const NEW: Decision = 'new';
export const LATER: Decision = 'later';

/** By the first line of each. */
export type Decisions = ReadonlyMap<number, Decision>;

/** What those come to about whom something is decided. */
export interface Sum {
  created: number;
  changed: number;
  /** Pupils who would be in classes besides. */
  moving: number;
  /** Lines of those who stay out. */
  later: number;
}

const keyOf = ({ lines }: Alike): number => lines[0] ?? 0;

export const decisionOn = (decisions: Decisions, one: Alike): Decision =>
  decisions.get(keyOf(one)) ?? LATER;

/** Before anybody decides. */
export const likely = (alike: readonly Alike[]): Decisions =>
  new Map(alike.flatMap((one) => (one.likely === null ? [] : [[keyOf(one), one.likely]])));

/** An account is one person: what is decided of it last holds. */
export function decide(decisions: Decisions, one: Alike, decision: Decision): Decisions {
  const others = [...decisions].filter(([, said]) => said === NEW || said !== decision);
  return new Map([...others, [keyOf(one), decision]]);
}

/** Of everybody the same. Who could be several, or is somebody whom others could be as well, waits. */
export function decideAll(alike: readonly Alike[], decision: 'same' | 'new'): Decisions {
  if (decision === 'new') return new Map(alike.map((one) => [keyOf(one), NEW]));
  const ids = alike.flatMap(({ people }) => people.map(({ id }) => id));
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  return new Map(
    alike.flatMap((one) => {
      const [person, another] = one.people;
      const isOne = person && !another && !person.isDisabled && times.get(person.id) === 1;
      return isOne ? [[keyOf(one), person.id] as const] : [];
    }),
  );
}

export function sumOf(alike: readonly Alike[], decisions: Decisions): Sum {
  const sum = { created: 0, changed: 0, moving: 0, later: 0 };
  for (const one of alike) {
    const decision = decisionOn(decisions, one);
    if (decision === LATER) sum.later += one.lines.length;
    else if (decision === NEW) sum.created += 1;
    else {
      sum.changed += 1;
      if (one.people.find(({ id }) => id === decision)?.moves) sum.moving += 1;
    }
  }
  return sum;
}

/**
 * Of each line what the server is told: an account, null for somebody new, or undefined for a line that stays out. Of a line that
 * is like nobody's, nobody is meant.
 */
export function answersTo(alike: readonly Alike[], decisions: Decisions) {
  const answers = new Map(
    alike.flatMap((one) => {
      const decision = decisionOn(decisions, one);
      const said = decision === LATER ? undefined : decision === NEW ? null : decision;
      return one.lines.map((line) => [line, said] as const);
    }),
  );
  return (line: number): string | null | undefined =>
    answers.has(line) ? answers.get(line) : null;
}
