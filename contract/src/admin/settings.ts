import * as z from 'zod/mini';

const AuditDays = z.int().check(z.minimum(30), z.maximum(3_650));

/** `auditDays`: how long the audit goes back. `journalDays`: how long the news does; the environment says it. */
export const SchoolSettings = z.object({ auditDays: AuditDays, journalDays: z.int() });
export type SchoolSettings = z.infer<typeof SchoolSettings>;

export const SchoolSettingsPatch = z.strictObject({ auditDays: z.optional(AuditDays) });
export type SchoolSettingsPatch = z.infer<typeof SchoolSettingsPatch>;
