/**
 * What a backup holds: every table of this version, each after those that it refers to. `test/e2e/backup` fails when a migration
 * makes one that is neither here nor below.
 */
export const savedTables = [
  'person',
  'class',
  'class_member',
  'collection',
  'card',
  'library_entry',
  'content_case',
  'report',
  'parked_entry',
  'setting',
  'share_code',
  'share_code_use',
  'journal_meta',
  'user_stream',
  'event_body',
  'user_event',
  'audit_entry',
  'withdrawal',
  'withdrawn_entry',
  'activity_hour',
] as const;

/**
 * What it leaves out. Sessions: one that has ended since must not live again, and refresh tokens that went on since would look
 * stolen. Attempts: they count for a day at most. Minutes of activity and servers: they are of the moment.
 */
export const passingTables = ['session', 'attempts', 'activity_minute', 'instance'] as const;
