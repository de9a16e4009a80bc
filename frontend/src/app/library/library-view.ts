import { Collection, Locale } from '@cartable/contract';

export const shows = ['all', 'mine', 'followed'] as const;
export type Show = (typeof shows)[number];
export const sorts = ['recent', 'title', 'size'] as const;
export type Sort = (typeof sorts)[number];

const collators: Record<Locale, Intl.Collator> = {
  fr: new Intl.Collator('fr', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
};

/** « Élève » is found by « eleve », « cœur » by « coeur ». */
export const searchable = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae');

const comparisons: Record<Sort, (a: Collection, b: Collection, locale: Locale) => number> = {
  recent: (a, b) => Date.parse(b.addedAt) - Date.parse(a.addedAt),
  title: (a, b, locale) => collators[locale].compare(a.title, b.title),
  size: (a, b) => b.cardCount - a.cardCount,
};

/** The collections that answer a search (every word, in title, author or description), in the order asked for. */
export function libraryView(
  all: readonly Collection[],
  ask: { search: string; show: Show; sort: Sort },
  locale: Locale,
): Collection[] {
  const words = searchable(ask.search).split(/\s+/).filter(Boolean);
  const compare = comparisons[ask.sort];
  return all
    .filter((one) => ask.show === 'all' || (one.role === 'owner') === (ask.show === 'mine'))
    .filter((one) => {
      const text = searchable(`${one.title} ${one.owner.displayName} ${one.description}`);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => compare(a, b, locale) || collators[locale].compare(a.title, b.title));
}
