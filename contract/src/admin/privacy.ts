import * as z from 'zod/mini';

/**
 * What becomes of the collections of a person who is erased: `keep` leaves their followers a frozen copy that names nobody,
 * `withdraw` takes them away.
 */
export const ErasureQuery = z.strictObject({ collections: z.enum(['keep', 'withdraw']) });
export type ErasureQuery = z.infer<typeof ErasureQuery>;

/** What was erased, in numbers. */
export const Erased = z.object({
  kept: z.int(),
  withdrawn: z.int(),
  /** Events in the streams of others that named the person. */
  events: z.int(),
});
export type Erased = z.infer<typeof Erased>;
