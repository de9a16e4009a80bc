import * as z from 'zod/mini';
import { Card } from '../collections';
import { limits } from '../limits';
import { Id, Instant, pageOf, PageQuery } from '../page';
import { text, trimmedText } from '../text';

export const reportReasons = ['wrong', 'offensive', 'personal', 'copied', 'another'] as const;
export const ReportReason = z.enum(reportReasons);
export type ReportReason = z.infer<typeof ReportReason>;

/** Somebody who has a collection says what is wrong with it. */
export const ReportBody = z.strictObject({
  reason: ReportReason,
  comment: z.optional(text(0, limits.message)),
});
export type ReportBody = z.infer<typeof ReportBody>;

export const contentStates = ['open', 'hidden', 'closed'] as const;
export const ContentState = z.enum(contentStates);
export type ContentState = z.infer<typeof ContentState>;

/** A collection that was reported or hidden. */
export const ContentCase = z.object({
  collectionId: Id,
  title: z.string(),
  owner: z.object({ id: Id, displayName: z.string() }),
  cardCount: z.int(),
  state: ContentState,
  /** Those that nobody has dealt with yet. */
  reports: z.int(),
  changedAt: Instant,
});
export type ContentCase = z.infer<typeof ContentCase>;
/** `waiting`: how many are open, on whatever page. */
export const ContentPage = z.extend(pageOf(ContentCase), { waiting: z.int() });
export type ContentPage = z.infer<typeof ContentPage>;
export const ContentQuery = z.extend(PageQuery, { state: z._default(ContentState, 'open') });
export type ContentQuery = z.infer<typeof ContentQuery>;

/** `by` is null when the account is gone. */
export const Report = z.object({
  id: Id,
  at: Instant,
  reason: ReportReason,
  comment: z.string(),
  by: z.nullable(z.object({ id: Id, displayName: z.string() })),
  closed: z.boolean(),
});
export type Report = z.infer<typeof Report>;

/** With what has to be read to judge it; `followers` counts those who have it, or had it when it was hidden. */
export const ContentCaseInFull = z.extend(ContentCase, {
  description: z.string(),
  followers: z.int(),
  /** Why it is hidden, in the administrator's words. */
  reason: z.string(),
  reported: z.array(Report),
  cards: z.array(Card),
});
export type ContentCaseInFull = z.infer<typeof ContentCaseInFull>;

export const HideBody = z.strictObject({ reason: trimmedText(1, limits.message) });
export type HideBody = z.infer<typeof HideBody>;
export const OwnerMessageBody = z.strictObject({ text: trimmedText(1, limits.message) });
export type OwnerMessageBody = z.infer<typeof OwnerMessageBody>;
