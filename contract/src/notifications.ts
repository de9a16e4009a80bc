import * as z from 'zod/mini';
import { Id, Instant, pageOf } from './page';

/** What an administrator does about somebody's collection. */
export const moderationActs = ['hidden', 'restored', 'message'] as const;

/** What the notification list keeps of an event; `text` are an administrator's words. */
export const Notice = z.object({
  collectionId: Id,
  title: z.string(),
  by: z.string(),
  act: z.optional(z.enum(moderationActs)),
  text: z.optional(z.string()),
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
