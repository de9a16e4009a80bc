import * as z from 'zod/mini';
import { Id, Instant, pageOf } from './page';

/** What the notification list keeps of an event. */
export const Notice = z.object({ collectionId: Id, title: z.string(), by: z.string() });
export type Notice = z.infer<typeof Notice>;

export const noticeNames = ['newCollection', 'collectionRemoved'] as const;
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
