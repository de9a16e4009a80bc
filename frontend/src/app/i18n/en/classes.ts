import type { classes as french } from '../fr/classes';

export const classes: typeof french = {
  title: 'My classes',
  short: 'Classes',
  pageTitle: 'Class',
  loading: 'Reading the classes…',
  pupils: { one: '{{ count }} pupil', other: '{{ count }} pupils' },
  others: { one: 'And {{ count }} more', other: 'And {{ count }} more' },
  nobody: 'Nobody yet.',
  teachers: 'Teachers',
  hint: 'Classes are kept by the administration. Is a name missing? Tell them.',
  empty: {
    heading: 'No class yet',
    text: 'The administration enters you in your classes. They will appear here.',
  },
  failed: {
    heading: 'The classes could not be read',
    text: 'Check your connection, then try again.',
    retry: 'Try again',
  },
  offline: { heading: 'Offline', text: 'Your classes will appear when the network is back.' },
  refused: {
    heading: 'This class is not yours',
    text: 'Only its teachers see it.',
    back: 'See my classes',
  },
};
