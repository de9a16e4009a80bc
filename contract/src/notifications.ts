import * as z from 'zod/mini';
import { Id, Instant, pageOf } from './page';

/**
 * What an administrator does about somebody's collection. `code-revoked`: a code of it was switched off; `withdrawn`: so it was, and
 * the collection taken from pupils outside the class who came with it; `given-back`: they have it again, the code stays off.
 */
export const moderationActs = [
  'hidden',
  'restored',
  'message',
  'code-revoked',
  'withdrawn',
  'given-back',
] as const;

/** What the notification list keeps of an event; `text` are an administrator's words, `code` is the share code that they are about. */
export const Notice = z.object({
  collectionId: Id,
  title: z.string(),
  by: z.string(),
  act: z.optional(z.enum(moderationActs)),
  text: z.optional(z.string()),
  code: z.optional(z.string()),
});
export type Notice = z.infer<typeof Notice>;

export const noticeNames = ['newCollection', 'collectionRemoved', 'collectionModerated'] as const;
export const Notification = z.extend(Notice, {
  seq: z.int(),
  at: Instant,
  name: z.enum(noticeNames),
});
export type Notification = z.infer<typeof Notification>;

/** `seen`: the person has looked at everything up to this sequence. */
export const NotificationPage = z.extend(pageOf(Notification), { seen: z.int() });
export type NotificationPage = z.infer<typeof NotificationPage>;

export const SeenBody = z.strictObject({
  seq: z.int().check(z.minimum(0), z.maximum(2_147_483_647)),
});
export type SeenBody = z.infer<typeof SeenBody>;
