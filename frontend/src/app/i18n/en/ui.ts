import type { ui as french } from '../fr/ui';

export const ui: typeof french = {
  clear: 'Clear the search',
};
