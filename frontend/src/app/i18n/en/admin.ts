import type { admin as french } from '../fr/admin';

export const admin: typeof french = {
  label: 'Administration',
  rooms: {
    overview: 'Dashboard',
    people: 'People',
    classes: 'Classes',
    codes: 'Codes',
    content: 'Reports',
    audit: 'Audit log',
    settings: 'Settings',
  },
};
