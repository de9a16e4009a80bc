import type { ImportUpdate } from '@cartable/contract';
import { plain } from './names';
import { Match, newsIn } from './plan';

export const lacks = (names: readonly string[]) => {
  const there = new Set(names.map(plain));
  return (name: string) => !there.has(plain(name));
};

/** What a line changes, to be read before it is done. `classes`, `besides`: where the person is, and where the line does not say. */
export const updateOf = (
  match: Match,
  classes: readonly string[],
  besides: readonly string[],
): ImportUpdate => ({
  line: match.candidate.line,
  displayName: match.known.displayName,
  changes: newsIn(match).map((field) => ({
    field: field === 'familyName' ? 'lastName' : field,
    before: match.known[field],
    after: match.candidate[field] ?? '',
  })),
  joins: match.candidate.classes.filter(lacks(classes)),
  besides: [...besides],
});
