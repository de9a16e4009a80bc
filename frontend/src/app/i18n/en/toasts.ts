import type { toasts as french } from '../fr/toasts';

export const toasts: typeof french = {
  added: 'added to your collections',
  withdrawn: 'is no longer in your collections',
  hidden: 'was hidden by the administration',
  moderated: {
    hidden: 'was hidden by the administration',
    'code-revoked': 'no longer has the code {{ code }}: the administration deactivated it',
    withdrawn:
      'no longer has the code {{ code }}, and the administration withdrew it from pupils outside the class',
    'given-back':
      'was given back to pupils outside the class; the code {{ code }} stays deactivated',
    restored: 'can be seen again',
    message: 'The administration writes to you',
  },
  several: { one: '{{ count }} piece of news', other: '{{ count }} pieces of news' },
  unloaded: 'This page could not be loaded yet. It will open when the network is back.',
  open: 'Open',
  see: 'See',
};
