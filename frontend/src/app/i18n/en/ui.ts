import type { ui as french } from '../fr/ui';

export const ui: typeof french = {
  clear: 'Clear the search',
  more: 'Show more',
  stuck: 'The rest could not be loaded. Try again',
  offline: 'Offline',
  unanswered: 'The server is not responding. Nothing is lost.',
  retry: 'Try again',
  erased: 'Deleted account',
};
