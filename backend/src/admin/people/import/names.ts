import { plainLetters } from '../../../platform/plain-letters';

/** How names are compared here: as by the database, and apostrophes are one. */
export const plain = (name: string): string => plainLetters(straight(name));

/** With every apostrophe as keyboards have it. */
export const straight = (name: string): string => name.replaceAll('’', "'");

const COURTESY = new Set('m mr monsieur mme madame mlle mademoiselle mrs ms miss dr pr'.split(' '));

export const isCourtesy = (word: string): boolean => COURTESY.has(plain(word));

const words = (name: string): string[] =>
  (plain(name).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !isCourtesy(word));

/** Of a name in one piece: where some words are all capitals, as last names are in lists, the others. */
const given = (name: string): string => {
  const parts = name.split(' ');
  const small = parts.filter((part) => part !== part.toUpperCase());
  return small.length < parts.length ? small.join(' ') : '';
};

/**
 * Whether somebody of that name can be the one whose account is called `other`: they share a first name, or one of the names holds
 * all of the other. Brothers and sisters share an address and a last name, and that is not enough.
 */
export function canBe(
  { displayName, firstName }: { displayName: string; firstName: string },
  other: string,
): boolean {
  const there = words(other);
  const said = words(displayName);
  if (said.every((word) => there.includes(word))) return true;
  if (there.every((word) => said.includes(word))) return true;
  return words(firstName || given(displayName)).some((word) => there.includes(word));
}
