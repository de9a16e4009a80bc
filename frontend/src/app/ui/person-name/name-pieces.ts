/** A name in three pieces that put together are the name. */
export interface NamePieces {
  before: string;
  family: string;
  after: string;
}

const WORDS = /\S+/g;

/** Whatever is written large in one place and small in the other is the same name; apostrophes are one. */
const letters = new Intl.Collator('fr', { sensitivity: 'base' });
const isSame = (one: string, other: string) =>
  letters.compare(one.replaceAll('’', "'"), other.replaceAll('’', "'")) === 0;

/**
 * Where in the display name that stands which people are listed by: the family name or, as the server guesses when nobody has said it,
 * the last word. An empty `family`: it does not stand there.
 */
export function piecesOf(displayName: string, familyName: string | null): NamePieces {
  const words = [...displayName.matchAll(WORDS)];
  const sought = familyName === null ? null : (familyName.match(WORDS) ?? []);
  const length = sought?.length ?? 1;
  for (let at = words.length - length; at >= 0; at -= 1) {
    const run = words.slice(at, at + length);
    if (sought && !isSame(run.map(([word]) => word).join(' '), sought.join(' '))) continue;
    const last = run.at(-1);
    const [start, end] = [run[0]?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 0)];
    return {
      before: displayName.slice(0, start),
      family: displayName.slice(start, end),
      after: displayName.slice(end),
    };
  }
  return { before: displayName, family: '', after: '' };
}
