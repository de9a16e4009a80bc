import { Locale } from '@cartable/contract';

const formats: Record<Locale, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat('fr'),
  en: new Intl.NumberFormat('en'),
};
const rules: Record<Locale, Intl.PluralRules> = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
};

export const formatNumber = (value: number, locale: Locale): string =>
  formats[locale].format(value);

/** French says « 0 carte » and « 1,5 carte »: only the language knows which form a number takes. */
export const pluralForm = (value: number, locale: Locale): 'one' | 'other' =>
  rules[locale].select(value) === 'one' ? 'one' : 'other';
