import type { notifications as french } from '../fr/notifications';

export const notifications: typeof french = {
  title: 'What’s new',
  today: 'Today',
  yesterday: 'Yesterday',
  newCollection: 'added to your collections',
  collectionRemoved: 'is no longer in your collections',
  hidden: 'was hidden by the administration',
  moderated: {
    hidden: 'was hidden by the administration. Only you see it, and its codes no longer work.',
    'code-revoked': 'no longer has the code {{ code }}: the administration deactivated it',
    withdrawn:
      'no longer has the code {{ code }}, and the administration withdrew it from pupils outside the class',
    'given-back':
      'was given back to pupils outside the class; the code {{ code }} stays deactivated',
    restored: 'can be seen again by everybody who had it',
    message: '– a word from the administration',
  },
  by: 'by {{ name }}',
  unseen: 'unread',
  loading: 'Reading what’s new…',
  empty: {
    heading: 'Nothing new',
    text: 'Collections that are shared with you are announced here.',
    add: 'Add by code',
  },
  failed: 'What’s new could not be read',
  offline: 'What’s new will appear when the network is back.',
};
