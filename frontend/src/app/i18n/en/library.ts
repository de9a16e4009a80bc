import type { library as french } from '../fr/library';

export const library: typeof french = {
  title: 'My collections',
  create: 'Create',
  add: 'Add by code',
  search: 'Search my collections',
  show: { label: 'Show', all: 'All', mine: 'Mine', followed: 'Followed' },
  sort: { label: 'Sort', recent: 'Most recent', title: 'By title', size: 'Largest' },
  list: 'Collections',
  mine: 'Mine',
  cards: { one: '{{ count }} card', other: '{{ count }} cards' },
  found: { one: '{{ count }} collection', other: '{{ count }} collections' },
  new: 'new',
  updated: 'changed',
  frozen: 'frozen',
  hidden: 'hidden',
  frozenHint: 'Its author deleted it, you keep this last version.',
  empty: {
    heading: 'No collection yet',
    text: 'Did your teacher give you a code? Add it, and the collection is yours. Or create your own.',
  },
  nothing: {
    heading: 'Nothing matches',
    text: 'None of your collections answers this search.',
    all: 'Show everything',
  },
  failed: {
    heading: 'Your collections could not be read',
    text: 'The server does not answer. Nothing is lost.',
    retry: 'Try again',
  },
  offline: { heading: 'Offline', text: 'Your collections will appear when the network is back.' },
  loading: 'Reading your collections…',
  newDialog: {
    heading: 'What will its title be?',
    field: 'Title',
    hint: 'For example: Volcanoes',
    needed: 'Give it a title.',
    tooLong: {
      one: 'The title is too long by {{ count }} character.',
      other: 'The title is too long by {{ count }} characters.',
    },
    cancel: 'Cancel',
    create: 'Create the collection',
  },
};
