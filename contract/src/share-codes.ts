import * as z from 'zod/mini';
import { ClassSummary } from './classes';
import { CollectionWithCards } from './collections';
import { limits } from './limits';
import { Id, Instant, pageOf } from './page';
import { readShareCode } from './share-code-format';
import { text } from './text';

const DAY = 86_400_000;

/** A share code in a path: read as a person types it, canonical afterwards. */
const TypedShareCode = z.pipe(
  z.string().check(
    z.maxLength(200),
    z.refine((typed: string) => readShareCode(typed).state === 'complete', {
      params: { reason: 'share_code' },
    }),
  ),
  z.transform((typed: string) => {
    const reading = readShareCode(typed);
    return reading.state === 'complete' ? reading.code : typed;
  }),
);
export const ShareCodeParam = z.strictObject({ code: TypedShareCode });
export type ShareCodeParam = z.infer<typeof ShareCodeParam>;

const Expiry = Instant.check(
  z.refine((at: string) => Date.parse(at) > Date.now(), { params: { reason: 'past' } }),
  z.refine((at: string) => Date.parse(at) < Date.now() + limits.shareCodeDays * DAY, {
    params: { reason: 'too_far' },
  }),
);

export const NewShareCodeBody = z.strictObject({
  message: z.optional(text(0, limits.message)),
  expiresAt: z.optional(Expiry),
  maxUses: z.optional(z.int().check(z.minimum(1), z.maximum(limits.shareCodeUses))),
  /** Only who is in this class may use it. */
  classId: z.optional(Id),
});
export type NewShareCodeBody = z.infer<typeof NewShareCodeBody>;

/** A share code as its maker sees it; `code` is written `XXXX-XXXX`. */
export const ShareCode = z.object({
  code: z.string(),
  collectionId: Id,
  message: z.string(),
  expiresAt: Instant,
  maxUses: z.nullable(z.int()),
  uses: z.int(),
  /** The class that it is limited to. */
  class: z.nullable(ClassSummary),
  revokedAt: z.nullable(Instant),
  createdAt: Instant,
});
export type ShareCode = z.infer<typeof ShareCode>;
export const ShareCodePage = pageOf(ShareCode);
export type ShareCodePage = z.infer<typeof ShareCodePage>;

/** What a code opens, before it is imported; `collectionId` only when the reader has that collection already. */
export const ShareCodePreview = z.object({
  code: z.string(),
  title: z.string(),
  description: z.string(),
  cardCount: z.int(),
  teacher: z.string(),
  message: z.string(),
  collectionId: z.nullable(Id),
});
export type ShareCodePreview = z.infer<typeof ShareCodePreview>;

export const ImportResult = z.object({
  collection: CollectionWithCards,
  message: z.string(),
  importedAt: Instant,
});
export type ImportResult = z.infer<typeof ImportResult>;

/** Who has imported with a code and still has the collection, newest first: for its maker's projection. */
export const ShareCodeUse = z.object({ displayName: z.string(), importedAt: Instant });
export type ShareCodeUse = z.infer<typeof ShareCodeUse>;
/** `have`: how many they are, on whatever page. */
export const ShareCodeUsePage = z.extend(pageOf(ShareCodeUse), { have: z.int() });
export type ShareCodeUsePage = z.infer<typeof ShareCodeUsePage>;
