import type { settings as french } from '../fr/admin-settings';

export const settings: typeof french = {
  pageTitle: 'Settings',
  heading: 'How long are things kept?',
  auditDays: 'Audit log, in days',
  auditDaysHint: 'From 30 to 3,650 days. Older lines are deleted every day.',
  daysWrong: 'Choose a whole number from 30 to 3,650.',
  disabledDays: 'Disabled accounts: days until they are erased',
  never: 'Never',
  disabledDaysHint:
    'Leave it empty to keep them. An erased account cannot be brought back; its collections stay, frozen and without a name, with the people who follow them.',
  disabledDaysWrong: 'Choose a whole number from 30 to 3,650, or leave it empty.',
  due: {
    one: '{{ count }} account that has been disabled for longer will be erased within a day.',
    other: '{{ count }} accounts that have been disabled for longer will be erased within a day.',
  },
  sure: {
    heading: 'Erase for good?',
    audit: {
      one: 'Lines of the audit log older than {{ count }} day will be erased within a day.',
      other: 'Lines of the audit log older than {{ count }} days will be erased within a day.',
    },
    do: 'Save and erase',
  },
  journalDays: 'What’s new, in days',
  journalDaysHint: 'This is chosen when the server is set up.',
  save: 'Save',
  saved: 'Saved',
  loading: 'Loading the settings…',
  failed: 'The settings could not be loaded',
  offline: 'The settings will appear when the network is back.',
};
