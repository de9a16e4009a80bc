import type { collection as french } from '../fr/collection';

export const collection: typeof french = {
  pageTitle: 'Collection',
  up: 'My collections',
  cards: { one: '{{ count }} card', other: '{{ count }} cards' },
  list: 'Cards of the collection',
  loading: 'Loading the cards…',
  frozen: 'Frozen copy',
  edit: 'Edit',
  share: 'Share',
  delete: 'Delete',
  leave: 'Remove from my collections',
  study: {
    open: 'Study',
    close: 'All cards',
    previous: 'Previous',
    next: 'Next',
    changed: 'This card has been updated. You will see it next time round.',
    removed: 'This card is no longer in the collection.',
  },
  empty: {
    heading: 'No cards yet',
    mine: 'Write the first one, or paste many from a spreadsheet.',
    text: 'Cards will appear here as soon as their author writes them.',
    write: 'Write cards',
  },
  failed: {
    heading: 'The cards did not arrive',
    text: 'Check your connection, then try again.',
    retry: 'Try again',
  },
  signedOut: {
    heading: 'Sign in again to see the cards',
    signIn: 'Sign in',
  },
  gone: {
    heading: 'This collection is not in your list',
    text: 'Its author has withdrawn it, or you have not added it yet.',
    back: 'See my collections',
  },
  leaving: {
    delete: 'Delete “{{ title }}”?',
    leave: 'Remove “{{ title }}”?',
    deleteHint: 'The collection and its cards are gone for good.',
    leaveHint: 'It leaves your list. A valid share code brings it back.',
    followers: {
      one: '{{ count }} person follows this collection. What becomes of their copy?',
      other: '{{ count }} people follow this collection. What becomes of their copies?',
    },
    keep: 'Leave them a frozen copy',
    keepHint: 'The cards stay readable, as they are today.',
    withdraw: 'Withdraw it from everybody',
    withdrawHint: 'It disappears from every screen.',
    cancel: 'Cancel',
    confirmLeave: 'Remove',
  },
};
