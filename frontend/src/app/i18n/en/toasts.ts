import type { toasts as french } from '../fr/toasts';

export const toasts: typeof french = {
  added: 'added to your collections',
  withdrawn: 'is no longer in your collections',
  several: { one: '{{ count }} piece of news', other: '{{ count }} pieces of news' },
  open: 'Open',
  see: 'See',
};
