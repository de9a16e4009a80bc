import { ClassSummary, formatShareCode, ShareCode } from '@cartable/contract';
import type { Collection } from '../collection.entity';
import type { ShareCodeEntity } from './share-code.entities';

/** A share code whose collection still stands. */
export type StandingShareCode = ShareCodeEntity & { collectionId: string; collection: Collection };

export const isLive = ({ expiresAt, revokedAt }: ShareCodeEntity, now = new Date()): boolean =>
  revokedAt === null && expiresAt > now;

export const isUsedUp = ({ uses, maxUses }: ShareCodeEntity): boolean =>
  maxUses !== null && uses >= maxUses;

/** `classes` holds at least the one that the code is limited to. */
export const shareCodeOf = (
  row: ShareCodeEntity & { collectionId: string },
  classes: ReadonlyMap<string, ClassSummary>,
): ShareCode => ({
  code: formatShareCode(row.code),
  collectionId: row.collectionId,
  message: row.message,
  expiresAt: row.expiresAt.toISOString(),
  maxUses: row.maxUses,
  uses: row.uses,
  class: row.classId === null ? null : (classes.get(row.classId) ?? null),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
