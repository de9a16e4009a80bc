import * as z from 'zod/mini';
import { limits } from './limits';

/** Query of every list: `limit` rows after the opaque `cursor` of the page before. */
export const PageQuery = z.strictObject({
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(limits.page)), 100),
  cursor: z.optional(
    z.string().check(z.minLength(1), z.maxLength(limits.cursor), z.regex(/^[\w-]+$/)),
  ),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** A page of a list; `next` is the cursor of the page after it, or null on the last. */
export const pageOf = <T extends z.core.$ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) });

/** A UUID; read in either case, and from then on as Postgres writes it (RFC 9562, §4): ids are compared as texts, too. */
export const Id = z.uuid().check(z.toLowerCase());
export const IdParam = z.strictObject({ id: Id });
export type IdParam = z.infer<typeof IdParam>;
export const CardParam = z.strictObject({ id: Id, cardId: Id });
export type CardParam = z.infer<typeof CardParam>;
export const Instant = z.iso.datetime({ offset: true });
