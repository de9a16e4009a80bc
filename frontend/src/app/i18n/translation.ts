import type { Locale } from '@cartable/contract';
import type { Translation } from './fr/french';

/** Imported when needed: a person downloads one language. */
export const translations: Record<Locale, () => Promise<Translation>> = {
  fr: () => import('./fr/french').then((m) => m.french),
  en: () => import('./en/english').then((m) => m.english),
};
