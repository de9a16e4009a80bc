import { isCourtesy } from './names';

/** Without dots: initials are capitals wherever they stand. */
const CAPITALS = /^[\p{Lu}\p{M}'’-]+$/u;

const isCapital = (word: string): boolean => CAPITALS.test(word) && !isCourtesy(word);

/**
 * Of a name in one piece the family name, where that alone is written in capitals, as lists do: « MARTIN Inès », « Jean de LA TOUR ».
 * Null where capitals do not tell it from the rest.
 */
export function familyNameIn(name: string): string | null {
  const words = name.split(' ');
  const family = words.slice(words.findIndex(isCapital), words.findLastIndex(isCapital) + 1);
  const isTold =
    family.length < words.length &&
    family.every(isCapital) &&
    family.some((word) => word.length > 1);
  return isTold ? family.join(' ') : null;
}
