import type { Heat } from '@cartable/contract';

/** What is known of a code's uses. */
export interface Uses {
  /** People who have imported with it. */
  all: number;
  /** Of them, pupils from outside: not in the code's class or, without one, in none of its owner's classes. */
  outside: number;
  /** Pupils in the code's class or, without one, in the largest class of its owner; null when there is no class. */
  classSize: number | null;
}

/** As large as a class may be that nobody has entered. */
const ANY_CLASS = 40;
/** More uses than half as many again as a class has pupils, and a few. */
const FAR_ABOVE = 1.5;
const A_FEW = 5;
/** A pupil or two who came in from elsewhere are no leak; neither are some in a crowd. */
const OUTSIDERS = 3;
const PART_OF_ALL = 0.1;

/** Whether a code needs an administrator's look, and why: the one rule. From outside counts for more than many. */
export function heatOf({ all, outside, classSize }: Uses): Heat | null {
  if (classSize !== null && outside >= OUTSIDERS && outside > all * PART_OF_ALL) return 'outside';
  return all > (classSize ?? ANY_CLASS) * FAR_ABOVE + A_FEW ? 'many' : null;
}
