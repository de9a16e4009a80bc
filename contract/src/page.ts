import * as z from 'zod/mini';
import { limits } from './limits';

/** Query of every list: `limit` rows after the opaque `cursor` of the page before. */
export const PageQuery = z.strictObject({
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(limits.page)), 100),
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[\w-]+$/))),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** A page of a list; `next` is the cursor of the page after it, or null on the last. */
export const pageOf = <T extends z.core.$ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) });

export const Id = z.uuid();
export const IdParam = z.strictObject({ id: Id });
export type IdParam = z.infer<typeof IdParam>;
export const CardParam = z.strictObject({ id: Id, cardId: Id });
export type CardParam = z.infer<typeof CardParam>;
export const Instant = z.iso.datetime({ offset: true });
