import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { DataSource } from 'typeorm';
import type { ReportBody } from '@cartable/contract';
import { Actor, AuditService } from '../../platform/audit/audit.service';
import type { Principal } from '../../platform/identity/principal';
import { LibraryService } from '../library/library.service';
import { contentStirred } from './content-stirred';

/** Who has a collection says that something is wrong with it. */
@Injectable()
export class ReportingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: LibraryService,
    private readonly audit: AuditService,
    private readonly announcements: EventEmitter2,
  ) {}

  /** Saying it again, while nobody has dealt with it, changes the words of the first time. Throws `not-found`. */
  async report(
    me: Principal,
    by: Actor,
    collectionId: string,
    { reason, comment = '' }: ReportBody,
  ): Promise<void> {
    const isFresh = await this.dataSource.transaction(async (db) => {
      // Against deleting and hiding, which would leave a report of what nobody has.
      await db.query('SELECT FROM collection WHERE id = $1 FOR SHARE', [collectionId]);
      await this.library.row(db, me.id, collectionId);
      const [said] = await db.query<{ fresh: boolean }[]>(
        `INSERT INTO report (collection_id, reporter_id, reason, comment) VALUES ($1, $2, $3, $4)
         ON CONFLICT (collection_id, reporter_id) WHERE closed_at IS NULL
         DO UPDATE SET reason = excluded.reason, comment = excluded.comment RETURNING xmax = 0 AS fresh`,
        [collectionId, me.id, reason, comment],
      );
      if (!said?.fresh) return false;
      await db.query(
        `INSERT INTO content_case (collection_id, state, reports, changed_at) VALUES ($1, 'open', 1, now())
         ON CONFLICT (collection_id) DO UPDATE SET reports = content_case.reports + 1, changed_at = now(),
           state = CASE content_case.state WHEN 'hidden' THEN 'hidden' ELSE 'open' END`,
        [collectionId],
      );
      await this.audit.record(db, {
        act: 'collection.reported',
        by,
        on: { kind: 'collection', id: collectionId },
        details: { reason },
      });
      return true;
    });
    if (isFresh) contentStirred(this.announcements, collectionId);
  }
}
