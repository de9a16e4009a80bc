import * as z from 'zod/mini';
import { limits } from './limits';
import { Id, Instant, pageOf } from './page';
import { text, textOfBytes, trimmedText } from './text';

const Side = textOfBytes(limits.cardSideBytes);
const Front = Side.check(z.regex(/\S/));
const Rev = z.int().check(z.minimum(1));

/** `position` sorts the cards of a collection (ascending; numbers may be missing); `rev` is the collection's when the card last changed. */
export const Card = z.object({
  id: Id,
  front: z.string(),
  back: z.string(),
  position: z.int(),
  rev: Rev,
});
export type Card = z.infer<typeof Card>;

/** What is the same for everybody who has the collection. */
export const SharedCollection = z.object({
  id: Id,
  title: z.string(),
  description: z.string(),
  owner: z.object({ id: Id, displayName: z.string() }),
  cardCount: z.int(),
  rev: Rev,
  /** Its owner deleted it and left the followers this last state. */
  frozen: z.boolean(),
  updatedAt: Instant,
});
export const SharedCollectionWithCards = z.extend(SharedCollection, { cards: z.array(Card) });
export type SharedCollectionWithCards = z.infer<typeof SharedCollectionWithCards>;

export const CollectionRole = z.enum(['owner', 'follower']);
export type CollectionRole = z.infer<typeof CollectionRole>;

const mine = {
  role: CollectionRole,
  addedAt: Instant,
  /** Administrators have hidden it: only its owner, who is told so, still has it. */
  hidden: z.optional(z.boolean()),
};

/** A collection as it stands in one person's list. */
export const Collection = z.extend(SharedCollection, mine);
export type Collection = z.infer<typeof Collection>;
export const CollectionWithCards = z.extend(SharedCollectionWithCards, mine);
export type CollectionWithCards = z.infer<typeof CollectionWithCards>;

/** Where a person's stream stands: events up to `seq` are already in what was answered. */
export const StreamHead = z.object({ epoch: z.uuid(), seq: z.int().check(z.minimum(0)) });
export type StreamHead = z.infer<typeof StreamHead>;

/** `stream` was read before the list: who connects with it as `last` misses nothing. */
export const CollectionPage = z.extend(pageOf(Collection), { stream: StreamHead });
export type CollectionPage = z.infer<typeof CollectionPage>;

export const NewCard = z.strictObject({ front: Front, back: Side });
export type NewCard = z.infer<typeof NewCard>;

const Title = trimmedText(1, limits.title);
const Description = text(0, limits.description);

export const NewCollectionBody = z.strictObject({
  title: Title,
  description: z.optional(Description),
  cards: z.optional(z.array(NewCard).check(z.maxLength(limits.cardsPerCollection))),
});
export type NewCollectionBody = z.infer<typeof NewCollectionBody>;

/** `rev` is the revision that is being edited: 409 `collection-stale` when it is not the current one. */
export const CollectionPatch = z.strictObject({
  rev: Rev,
  title: z.optional(Title),
  description: z.optional(Description),
});
export type CollectionPatch = z.infer<typeof CollectionPatch>;

/** A card whose `id` may be drawn by who adds it (a random UUID): adding it again then changes nothing. */
export const AddedCard = z.extend(NewCard, { id: z.optional(Id) });
export type AddedCard = z.infer<typeof AddedCard>;

/** `after`: the card before it, null for the first place, absent for the end. */
export const NewCardBody = z.extend(AddedCard, { after: z.optional(z.nullable(Id)) });
export type NewCardBody = z.infer<typeof NewCardBody>;

export const CardBatchBody = z.strictObject({
  cards: z.array(AddedCard).check(z.minLength(1), z.maxLength(limits.cardsPerCollection)),
});
export type CardBatchBody = z.infer<typeof CardBatchBody>;
export const CardBatch = z.object({ rev: Rev, cards: z.array(Card) });
export type CardBatch = z.infer<typeof CardBatch>;

/** `rev` is the last revision of the collection that the editor saw: 409 when this card changed since. */
export const CardPatch = z.strictObject({
  rev: Rev,
  front: z.optional(Front),
  back: z.optional(Side),
  after: z.optional(z.nullable(Id)),
});
export type CardPatch = z.infer<typeof CardPatch>;

/** What becomes of the followers' copies when an owner deletes: `keep` freezes them, `withdraw` takes them away. */
export const DeleteCollectionQuery = z.strictObject({
  followers: z.optional(z.enum(['keep', 'withdraw'])),
});
export type DeleteCollectionQuery = z.infer<typeof DeleteCollectionQuery>;
export const CardRemoved = z.object({ rev: Rev });
export type CardRemoved = z.infer<typeof CardRemoved>;
