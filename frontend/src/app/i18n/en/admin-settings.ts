import type { settings as french } from '../fr/admin-settings';

export const settings: typeof french = {
  pageTitle: 'Settings',
  heading: 'How long is what kept?',
  auditDays: 'The administration’s audit, in days',
  auditDaysHint: 'From 30 to 3,650 days. Older lines are deleted every day.',
  daysWrong: 'Choose a whole number from 30 to 3,650.',
  disabledDays: 'Disabled accounts, in days until they are erased',
  never: 'Never',
  disabledDaysHint:
    'Empty: they stay. An erased account does not come back; its collections stay, frozen and without a name, with those who follow them.',
  disabledDaysWrong: 'Choose a whole number from 30 to 3,650, or leave it empty.',
  due: {
    one: '{{ count }} account that has been disabled for longer will be erased within a day.',
    other: '{{ count }} accounts that have been disabled for longer will be erased within a day.',
  },
  journalDays: 'Everybody’s news, in days',
  journalDaysHint: 'This is chosen when the server is set up.',
  save: 'Save',
  saved: 'Saved',
  loading: 'Reading the settings…',
  failed: {
    heading: 'The settings could not be read',
    text: 'The server does not answer. Nothing is lost.',
    retry: 'Try again',
  },
  offline: { heading: 'Offline', text: 'The settings will appear when the network is back.' },
};
