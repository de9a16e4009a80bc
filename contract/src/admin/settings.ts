import * as z from 'zod/mini';

const range = [z.minimum(30), z.maximum(3_650)];
const Days = z.int().check(...range);

/** `auditDays`: how long the audit goes back. `disabledDays`: after how long a disabled account is erased; null: never. */
const decided = { auditDays: Days, disabledDays: z.nullable(Days) };

/** `journalDays`: how long the news goes back; the environment says it. */
export const SchoolSettings = z.object({ ...decided, journalDays: z.int() });
export type SchoolSettings = z.infer<typeof SchoolSettings>;

/** What is not named stays. */
export const SchoolSettingsPatch = z.partial(z.strictObject(decided));
export type SchoolSettingsPatch = z.infer<typeof SchoolSettingsPatch>;

export const DueAccountsQuery = z.strictObject({
  disabledDays: z.coerce.number().check(z.int(), ...range),
});
export type DueAccountsQuery = z.infer<typeof DueAccountsQuery>;

/** How many accounts have been disabled for longer. */
export const DueAccounts = z.object({ accounts: z.int() });
export type DueAccounts = z.infer<typeof DueAccounts>;
