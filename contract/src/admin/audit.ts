import * as z from 'zod/mini';
import { Email, Login } from '../accounts';
import { Id, Instant, pageOf, PageQuery } from '../page';
import { trimmedText } from '../text';

/** What is written down, as `subject.act`. */
export const auditActs = [
  'person.created',
  'person.changed',
  'person.disabled',
  'person.enabled',
  'person.role-changed',
  'person.password-reset',
  'person.password-changed',
  'person.signed-out',
  'person.exported',
  'person.erased',
  'people.imported',
  'people.exported',
  'people.cards-made',
  'class.created',
  'class.renamed',
  'class.archived',
  'class.reopened',
  'class.member-added',
  'class.member-removed',
  'session.opened',
  'session.refused',
  'access.refused',
  'share-code.revoked',
  'share-code.rotated',
  'collection.given',
  'collection.withdrawn',
  'collection.withdrawal-undone',
  'collection.reported',
  'collection.hidden',
  'collection.restored',
  'collection.reports-closed',
  'collection.owner-told',
  'settings.changed',
  'audit.exported',
] as const;
export const AuditAct = z.enum(auditActs);
export type AuditAct = z.infer<typeof AuditAct>;

export const auditSubjects = ['person', 'class', 'collection', 'share-code', 'settings'] as const;
export const AuditSubject = z.enum(auditSubjects);
export type AuditSubject = z.infer<typeof AuditSubject>;

/**
 * `label` is the name of today: null when it is gone. `mentions`: whom and which class the details name by their ids `personId`
 * and `classId`.
 */
export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  act: z.string(),
  actor: z.nullable(z.object({ id: Id, label: z.nullable(z.string()) })),
  subject: z.nullable(
    z.object({ kind: z.string(), id: z.string(), label: z.nullable(z.string()) }),
  ),
  details: z.record(z.string(), z.unknown()),
  mentions: z.array(
    z.object({ kind: z.enum(['person', 'class']), id: Id, label: z.nullable(z.string()) }),
  ),
  address: z.nullable(z.string()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
export const AuditPage = pageOf(AuditEntry);
export type AuditPage = z.infer<typeof AuditPage>;

/** `actor`: an id, an e-mail address or a login name; `subject`: the same, or another thing's id; `from` counts, `to` no longer does. */
const filter = {
  actor: z.optional(z.union([Id, Email, Login])),
  act: z.optional(AuditAct),
  subject: z.optional(trimmedText(1, 254)),
  from: z.optional(Instant),
  to: z.optional(Instant),
};
export const AuditFilter = z.strictObject(filter);
export type AuditFilter = z.infer<typeof AuditFilter>;
export const AuditQuery = z.extend(PageQuery, filter);
export type AuditQuery = z.infer<typeof AuditQuery>;
export const AuditExportQuery = z.extend(AuditFilter, {
  format: z._default(z.enum(['csv', 'json']), 'csv'),
});
export type AuditExportQuery = z.infer<typeof AuditExportQuery>;
