import type { classes as french } from '../fr/classes';

export const classes: typeof french = {
  title: 'My classes',
  short: 'Classes',
  pageTitle: 'Class',
  loading: 'Loading classes…',
  pupils: { one: '{{ count }} pupil', other: '{{ count }} pupils' },
  others: { one: 'And {{ count }} more', other: 'And {{ count }} more' },
  nobody: 'Nobody yet.',
  teachers: 'Teachers',
  hint: 'Classes are managed by the school office. Is a name missing? Let them know.',
  empty: {
    heading: 'No classes yet',
    text: 'The school office adds you to your classes. They will appear here.',
  },
  failed: 'Classes could not be loaded',
  offline: 'Your classes will appear when you are back online.',
  refused: {
    heading: 'This is not one of your classes',
    text: 'Only its teachers can see it.',
    back: 'See my classes',
  },
};
