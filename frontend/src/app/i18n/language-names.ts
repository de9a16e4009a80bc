import { Locale } from '@cartable/contract';

/** Each language says its own name: who can't read the page must still find it. */
export const languageNames: readonly { value: Locale; label: string }[] = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
];
