import * as z from 'zod/mini';
import { Card, CollectionRole, SharedCollectionWithCards } from './collections';
import { Overview } from './admin/overview';
import { moderationActs } from './notifications';
import { Id, Instant } from './page';

/** A collection has come into the person's list: imported (`follower`) or made on another screen (`owner`). */
export const NewCollection = z.object({
  collection: SharedCollectionWithCards,
  role: CollectionRole,
  addedAt: Instant,
  message: z.string(),
});

/**
 * A collection went from `rev - 1` to `rev`. `cards` holds whole cards that were added, edited or moved; `removed` ids of
 * cards that are gone. Who does not stand at `rev - 1` fetches the collection.
 */
export const CollectionUpdated = z.object({
  collectionId: Id,
  rev: z.int(),
  title: z.optional(z.string()),
  description: z.optional(z.string()),
  frozen: z.optional(z.boolean()),
  /** Whose account it was is gone. */
  owner: z.optional(z.object({ id: Id, displayName: z.string() })),
  cardCount: z.int(),
  updatedAt: Instant,
  cards: z.array(Card),
  removed: z.array(Id),
});

/**
 * A collection has left the person's list: `deleted` by its owner's own hand, `withdrawn` from a follower, `left` by a follower, or
 * `hidden` from its followers by an administrator.
 */
export const CollectionRemoved = z.object({
  collectionId: Id,
  title: z.string(),
  /** The owner's name. */
  by: z.string(),
  /** Absent in events from before it was written down, and when the account is gone. */
  ownerId: z.optional(Id),
  reason: z.enum(['deleted', 'withdrawn', 'left', 'hidden']),
});

/** An administrator has hidden or restored the person's own collection, says something about it, or switched off a code of it. */
export const CollectionModerated = z.object({
  collectionId: Id,
  title: z.string(),
  act: z.enum(moderationActs),
  /** The administrator's words; empty when there are none. */
  text: z.string(),
  /** The share code, if it is about one. */
  code: z.optional(z.string()),
});

/** What stood here told of somebody who has been erased, and is erased, too. */
export const Tombstone = z.object({});

/** Everything that a person's journal can hold, by the name under which a socket carries it. */
export const events = {
  newCollection: NewCollection,
  collectionUpdated: CollectionUpdated,
  collectionRemoved: CollectionRemoved,
  collectionModerated: CollectionModerated,
  tombstone: Tombstone,
} as const;
export type EventName = keyof typeof events;
export type EventData<N extends EventName> = z.infer<(typeof events)[N]>;

/** What every journalled event carries besides its data. `seq` is 1, 2, 3 … within the person's stream of that `epoch`. */
export const Envelope = z.object({ epoch: z.uuid(), seq: z.int(), at: Instant });
export type Envelope = z.infer<typeof Envelope>;
export type EventMessage<N extends EventName> = Envelope & EventData<N>;

/** A pupil imported with one of the person's codes. */
export const ShareCodeUsed = z.object({
  code: z.string(),
  uses: z.int(),
  by: z.string(),
  personId: Id,
  at: Instant,
});

/**
 * One of the person's codes is off. Told when it was switched off, here or on another screen, and again when the collection was
 * withdrawn from those who came with it, or given back.
 */
export const ShareCodeRevoked = z.object({ code: z.string(), revokedAt: Instant });

/** To administrators, at most once a second: something has happened to these codes, of which the first are named. */
export const ShareCodesStirred = z.object({ codes: z.array(z.string()) });

/** To administrators: the collection was reported, or its reports were dealt with. */
export const ContentStirred = z.object({ collectionId: Id });

/** Told only to screens that are open; not kept, not numbered, not replayed. */
export const liveEvents = {
  shareCodeUsed: ShareCodeUsed,
  shareCodeRevoked: ShareCodeRevoked,
  shareCodesStirred: ShareCodesStirred,
  contentStirred: ContentStirred,
  overview: Overview,
} as const;
export type LiveEventName = keyof typeof liveEvents;
export type LiveEventData<N extends LiveEventName> = z.infer<(typeof liveEvents)[N]>;
