import { formatShareCode, ShareCode } from '@cartable/contract';
import type { ShareCodeEntity } from './share-code.entities';

/** A share code whose collection still stands. */
export type StandingShareCode = ShareCodeEntity & { collectionId: string };

export const isLive = ({ expiresAt, revokedAt }: ShareCodeEntity, now = new Date()): boolean =>
  revokedAt === null && expiresAt > now;

export const isUsedUp = ({ uses, maxUses }: ShareCodeEntity): boolean =>
  maxUses !== null && uses >= maxUses;

export const shareCodeOf = (row: StandingShareCode): ShareCode => ({
  code: formatShareCode(row.code),
  collectionId: row.collectionId,
  message: row.message,
  expiresAt: row.expiresAt.toISOString(),
  maxUses: row.maxUses,
  uses: row.uses,
  revokedAt: row.revokedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
