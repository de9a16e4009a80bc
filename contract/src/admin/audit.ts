import * as z from 'zod/mini';

/** What is written down, as `subject.act`. */
export const auditActs = [
  'person.created',
  'person.changed',
  'person.disabled',
  'person.enabled',
  'person.role-changed',
  'session.opened',
  'session.refused',
  'share-code.revoked',
  'share-code.rotated',
  'collection.given',
  'collection.withdrawn',
  'collection.withdrawal-undone',
] as const;
export const AuditAct = z.enum(auditActs);
export type AuditAct = z.infer<typeof AuditAct>;

export const auditSubjects = ['person', 'class', 'collection', 'share-code', 'settings'] as const;
export const AuditSubject = z.enum(auditSubjects);
export type AuditSubject = z.infer<typeof AuditSubject>;
