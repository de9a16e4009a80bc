import type { board as french } from '../fr/board';

export const board: typeof french = {
  pageTitle: 'Projection',
  loading: 'Opening the projection…',
  enter: '{{ address }} — enter the code',
  code: 'Share code: {{ letters }}',
  qr: 'QR code of the address {{ address }}',
  showNames: 'Show first names',
  hideNames: 'Hide first names',
  names: 'Pupils who have the collection',
  showMissing: 'Show who is missing',
  hideMissing: 'Hide who is missing',
  missing: 'Still missing',
  all: 'The whole class has the collection',
  ofClass: 'pupils have the collection, {{ name }}',
  saidOfClass: {
    one: '{{ count }} pupil of {{ size }} has the collection, {{ name }}',
    other: '{{ count }} pupils of {{ size }} have the collection, {{ name }}',
  },
  full: 'Full screen',
  small: 'Leave full screen',
  leave: 'Leave projection',
  pupils: { one: 'pupil has the collection', other: 'pupils have the collection' },
  said: {
    one: '{{ count }} pupil has the collection',
    other: '{{ count }} pupils have the collection',
  },
  stale: 'Offline. This number is from {{ time }}.',
  off: {
    revoked: 'Code deactivated',
    expired: 'Code expired',
    full: 'Code full',
    text: 'This code no longer works.',
    stay: 'Collections already added stay.',
    another: 'Create another code',
  },
  failed: {
    heading: 'The projection could not be opened',
    text: 'Check the connection, and that this code is yours.',
    retry: 'Try again',
  },
};
