/** Sizes that client and server agree on. */
export const limits = {
  title: 200,
  description: 2_000,
  /** Bytes of UTF-8 in one side of a card. */
  cardSideBytes: 10_240,
  cardsPerCollection: 2_000,
  /** Bytes of UTF-8 in all cards of a collection: what one event may have to carry. */
  collectionBytes: 4 * 1024 * 1024,
  message: 500,
  /** Why an administrator does what others feel. */
  reason: 300,
  displayName: 80,
  familyName: 80,
  className: 40,
  email: 254,
  login: 60,
  externalId: 60,
  /** Lines of a file in one call, and signs of one of its cells. */
  importLines: 10_000,
  importCell: 300,
  /** Updates that a check of a file lists. */
  importUpdates: 300,
  passwordMin: 8,
  passwordMax: 200,
  /** Days in which a password that was given must be replaced by one's own. */
  firstPasswordDays: 60,
  page: 500,
  cursor: 1_000,
  shareCodeUses: 10_000,
  shareCodeDays: 366,
  /** Days that a share code lives unless its maker says otherwise. */
  shareCodeDefaultDays: 14,
  /** Hours in which a withdrawal can be undone. */
  undoHours: 24,
} as const;
