import type { toasts as french } from '../fr/toasts';

export const toasts: typeof french = {
  added: 'added to your collections',
  withdrawn: 'was withdrawn by its author',
  several: { one: '{{ count }} piece of news', other: '{{ count }} pieces of news' },
  open: 'Open',
  see: 'See',
};
