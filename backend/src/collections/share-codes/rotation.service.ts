import { Injectable } from '@nestjs/common';
import type { ShareCode } from '@cartable/contract';
import { Actor, AuditService } from '../../platform/audit/audit.service';
import { JournalService } from '../../platform/journal/journal.service';
import { Problem } from '../../platform/problems/problem';
import { ShareCodesService } from './share-codes.service';
import { ShareCodeEntity } from './share-code.entities';
import { StirredCodes } from './stirred-codes';
import { tellOwner } from './tell-owner';

/** Replaces a code that has come into the wrong hands. */
@Injectable()
export class RotationService {
  constructor(
    private readonly journal: JournalService,
    private readonly shareCodes: ShareCodesService,
    private readonly audit: AuditService,
    private readonly stirred: StirredCodes,
  ) {}

  /**
   * A new code for the same collection, class and cap; the old one is off. Throws `share-code-unknown`, `collection-frozen`,
   * `share-code-revoked` for one that is off already: a code has one successor at most.
   */
  async rotate(code: string, reason: string, by: Actor): Promise<ShareCode> {
    const { made, revoked } = await this.journal.transaction(async (tx) => {
      const { db } = tx;
      const old = await db.findOneBy(ShareCodeEntity, { code });
      const collectionId = old?.collectionId;
      if (!old || !collectionId) throw new Problem('share-code-unknown');
      const [standing] = await db.query<{ title: string; ownerId: string; frozen: boolean }[]>(
        `SELECT title, owner_id AS "ownerId", frozen_at IS NOT NULL AS frozen
         FROM collection WHERE id = $1 FOR NO KEY UPDATE`,
        [collectionId],
      );
      if (!standing) throw new Problem('share-code-unknown');
      if (standing.frozen) throw new Problem('collection-frozen');
      const revoked = await this.shareCodes.revokeIn(db, code);
      if (!revoked) throw new Problem('share-code-revoked');
      const made = await this.shareCodes.replace(db, { ...old, collectionId });
      await this.audit.record(db, {
        act: 'share-code.rotated',
        by,
        on: { kind: 'share-code', id: code },
        details: { reason, collectionId, replacement: made.code },
      });
      await tellOwner(tx, { ...standing, code, collectionId }, 'code-revoked', reason);
      return { revoked, made };
    });
    this.shareCodes.announceRevoked(revoked);
    this.stirred.stir(made.code);
    return made;
  }
}
