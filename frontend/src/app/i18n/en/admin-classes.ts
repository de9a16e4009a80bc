import type { adminClasses as french } from '../fr/admin-classes';

export const adminClasses: typeof french = {
  title: 'Classes',
  new: 'New class',
  example: '8B',
  create: 'Create the class',
  search: 'Find a class',
  show: { label: 'Show', current: 'This year', archived: 'Archived' },
  class: 'The class',
  name: 'Name of the class',
  rename: 'Rename',
  archive: 'Archive the class',
  reopen: 'Reopen the class',
  archiveHint:
    'An archived class is no longer of use for codes or gifts. Everybody keeps their collections.',
  archived: 'This class is archived',
  adding: 'Add to the class',
  add: 'Add',
  remove: 'Remove',
  noTeacher: 'Nobody teaches this class yet.',
  done: {
    added: '{{ name }} is in the class',
    removed: '{{ name }} is no longer in the class',
    renamed: 'Class renamed',
    archived: 'Class archived',
    reopened: 'Class reopened',
  },
  loading: 'Reading the classes…',
  nothing: { heading: 'No class', text: 'Create one, or look for another name.' },
  gone: { heading: 'There is no such class', text: 'Check the address of the page.' },
  offline: { heading: 'Offline', text: 'The classes appear when the network is back.' },
  failed: {
    heading: 'The classes could not be read',
    text: 'The server does not answer. Nothing is lost.',
    retry: 'Try again',
  },
};
