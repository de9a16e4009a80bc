import type { Locale } from '@cartable/contract';
import type { french } from './fr/french';

/** Every text of the page. English is of this type: a key that it lacks does not compile. */
export type Translation = typeof french;

/** Imported when needed: a person downloads one language. */
export const translations: Record<Locale, () => Promise<Translation>> = {
  fr: () => import('./fr/french').then((m) => m.french),
  en: () => import('./en/english').then((m) => m.english),
};
