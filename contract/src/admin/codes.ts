import * as z from 'zod/mini';
import { ClassPerson, ClassSummary } from '../classes';
import { limits } from '../limits';
import { Id, Instant, pageOf, PageQuery } from '../page';
import { ShareCode } from '../share-codes';
import { trimmedText } from '../text';

export const codeStates = ['all', 'active', 'hot', 'expired', 'revoked'] as const;
export const CodeState = z.enum(codeStates);
export type CodeState = z.infer<typeof CodeState>;

/** `search`: the beginning of a code, or of words of the collection's title or of its owner's name. */
export const AdminCodeQuery = z.extend(PageQuery, {
  state: z._default(CodeState, 'all'),
  search: z.optional(trimmedText(1, 100)),
});
export type AdminCodeQuery = z.infer<typeof AdminCodeQuery>;

/** Why a code needs a look: uses far above what a class makes, or uses from outside the owner's classes. */
export const Heat = z.enum(['many', 'outside']);
export type Heat = z.infer<typeof Heat>;

/** A code as an administrator sees it. `outside`: how many of its uses came from pupils of other classes. */
export const AdminCode = z.extend(ShareCode, {
  title: z.string(),
  owner: z.object({ id: Id, displayName: z.string() }),
  outside: z.int(),
  heat: z.nullable(Heat),
  hotSince: z.nullable(Instant),
});
export type AdminCode = z.infer<typeof AdminCode>;

/** `hot`: how many active codes need a look. */
export const AdminCodePage = z.extend(pageOf(AdminCode), { hot: z.int() });
export type AdminCodePage = z.infer<typeof AdminCodePage>;

/**
 * Pupils who came with this code from outside the class and still have the collection, newest first, at most `limits.page`
 * of them. `inside`: the classes that count as inside, the code's own or all that its owner teaches; where there are none, all
 * pupils are outside.
 */
export const Outsiders = z.object({
  inside: z.array(ClassSummary),
  total: z.int(),
  people: z.array(z.extend(ClassPerson, { importedAt: Instant })),
});
export type Outsiders = z.infer<typeof Outsiders>;

export const Reason = trimmedText(3, limits.reason);

/** `withdraw`: also takes the collection from those outside the class. */
export const RevocationBody = z.strictObject({ reason: Reason, withdraw: z.boolean() });
export type RevocationBody = z.infer<typeof RevocationBody>;

/** A collection taken from those outside a class; can be undone until `undoableUntil`. */
export const Withdrawal = z.object({
  id: Id,
  code: z.string(),
  collectionId: Id,
  title: z.string(),
  reason: z.string(),
  people: z.int(),
  by: z.nullable(z.string()),
  at: Instant,
  undoableUntil: Instant,
  undoneAt: z.nullable(Instant),
});
export type Withdrawal = z.infer<typeof Withdrawal>;

/** The newest, at most `limits.page`, that can still be undone or were undone just now. */
export const Withdrawals = z.object({ items: z.array(Withdrawal) });
export type Withdrawals = z.infer<typeof Withdrawals>;

/** `withdrawal` is null when none was wished, or nobody was outside. */
export const Revocation = z.object({ revokedAt: Instant, withdrawal: z.nullable(Withdrawal) });
export type Revocation = z.infer<typeof Revocation>;

export const RotationBody = z.strictObject({ reason: Reason });
export type RotationBody = z.infer<typeof RotationBody>;
