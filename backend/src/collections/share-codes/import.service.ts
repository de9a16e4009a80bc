import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import type { EntityManager } from 'typeorm';
import { formatShareCode, ImportResult, ShareCodePreview } from '@cartable/contract';
import type { Principal } from '../../platform/identity/principal';
import { JournalService, JournalTransaction } from '../../platform/journal/journal.service';
import { LiveUpdate } from '../../platform/journal/live-update';
import { Problem } from '../../platform/problems/problem';
import { FollowingService } from '../library/following.service';
import { LibraryService } from '../library/library.service';
import { Redemption } from './redemption';
import { isUsedUp } from './share-code-row';

interface Imported {
  isNew: boolean;
  answer: ImportResult;
}

/** Importing a collection with a share code: once a person, at most `maxUses` people, told to every screen. */
@Injectable()
export class ImportService {
  constructor(
    private readonly journal: JournalService,
    private readonly library: LibraryService,
    private readonly following: FollowingService,
    private readonly redemption: Redemption,
    private readonly announcements: EventEmitter2,
  ) {}

  /** What the code opens. Throws `share-code-unknown`, `share-code-used-up`, `too-many-attempts`. */
  async preview(reader: Principal, typed: string): Promise<ShareCodePreview> {
    const { code, mine } = await this.redemption.open(reader, typed);
    if (!mine && isUsedUp(code)) throw new Problem('share-code-used-up');
    const about = await this.library.about(code.collectionId);
    return {
      ...about,
      code: formatShareCode(code.code),
      message: code.message,
      collectionId: mine ? code.collectionId : null,
    };
  }

  /**
   * Imports. Repeating it, or importing what one has already, answers the standing entry and changes nothing.
   * Lock order: collection, entry, code, stream; see docs/decisions/0003.
   */
  async import(person: Principal, typed: string): Promise<Imported> {
    const { code, mine } = await this.redemption.open(person, typed);
    if (mine) return this.standing(person, code.collectionId);
    const { collectionId, message } = code;
    return this.journal.transaction(async (tx) => {
      const follow = { personId: person.id, collectionId, message, at: new Date() };
      const isNew = await this.following.enter(tx, follow);
      if (!isNew) return this.standing(person, collectionId, tx.db);
      await this.use(tx, person, code.code, follow.at);
      return { isNew, answer: await this.following.tell(tx, follow) };
    });
  }

  private async standing(
    person: Principal,
    collectionId: string,
    db?: EntityManager,
  ): Promise<Imported> {
    const answer = await this.library.imported(person.id, collectionId, db);
    return { isNew: false, answer };
  }

  /** Counts the use, or refuses: the row's lock makes a cap of N exactly N. */
  private async use(tx: JournalTransaction, person: Principal, code: string, at: Date) {
    const first = await tx.db.query<unknown[]>(
      'INSERT INTO share_code_use (code, person_id, used_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1',
      [code, person.id, at],
    );
    const counts = first.length > 0;
    const [[used]] = await tx.db.query<[{ uses: number; owner_id: string }[]]>(
      `UPDATE share_code AS s SET uses = s.uses + $2::int FROM collection AS c
       WHERE s.code = $1 AND c.id = s.collection_id AND s.revoked_at IS NULL AND s.expires_at > now()
         AND ($2::int = 0 OR s.max_uses IS NULL OR s.uses < s.max_uses)
       RETURNING s.uses, c.owner_id`,
      [code, counts ? 1 : 0],
    );
    if (!used) throw new Problem(await this.whyNot(tx.db, code));
    const live = {
      code: formatShareCode(code),
      uses: used.uses,
      by: person.displayName,
      at: at.toISOString(),
    };
    tx.afterCommit(() =>
      this.announcements.emit(
        LiveUpdate.event,
        new LiveUpdate(used.owner_id, 'shareCodeUsed', live),
      ),
    );
  }

  private async whyNot(db: EntityManager, code: string) {
    const [row] = await db.query<{ used_up: boolean }[]>(
      `SELECT (revoked_at IS NULL AND expires_at > now()) AS used_up FROM share_code WHERE code = $1`,
      [code],
    );
    return row?.used_up ? 'share-code-used-up' : 'share-code-unknown';
  }
}
