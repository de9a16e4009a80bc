import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { Principal } from '../../platform/identity/principal';
import { ClassesService } from '../../classes/classes.service';
import { Tally } from '../../platform/activity/tally';
import { AttemptsService } from '../../platform/attempts/attempts.service';
import { Problem } from '../../platform/problems/problem';
import { CollectionRow } from '../collection-row';
import { LibraryService } from '../library/library.service';
import { isLive, StandingShareCode } from './share-code-row';
import { ShareCodeEntity } from './share-code.entities';

/** What a code opens for a person: `mine` when they have the collection already, however the code stands. */
export interface Opened {
  code: StandingShareCode;
  mine: CollectionRow | undefined;
}

/**
 * Reads codes that people type. Unknown, expired and revoked ones, and those of other classes, are all answered alike, and counted against the
 * account: 5 a minute, 20 an hour, 50 a day.
 */
@Injectable()
export class Redemption {
  constructor(
    private readonly dataSource: DataSource,
    private readonly attempts: AttemptsService,
    private readonly library: LibraryService,
    private readonly classes: ClassesService,
    private readonly tally: Tally,
  ) {}

  /** Throws `too-many-attempts`, `share-code-unknown`. Attempts of one account take turns, so none slips past the count. */
  async open(reader: Principal, code: string): Promise<Opened> {
    const subject = `code:${reader.id}`;
    const opened = await this.dataSource.transaction(async (tx) => {
      await this.attempts.admitOneByOne(tx, subject);
      const found = await this.find(tx, reader, code);
      if (!found) await this.attempts.recordWrong(tx, subject);
      return found;
    });
    if (opened) return opened;
    this.tally.count('wrongCodes');
    throw new Problem('share-code-unknown');
  }

  private async find(db: EntityManager, reader: Principal, code: string): Promise<Opened | null> {
    const row = await db.findOne(ShareCodeEntity, {
      where: { code },
      relations: { collection: true },
    });
    if (!row?.collection) return null;
    const mine = await this.library.find(db, reader.id, row.collection.id);
    const stands = isLive(row) && row.collection.hiddenAt === null;
    const open = stands && (await this.isFor(db, reader, row.classId));
    return mine || open ? { code: row as StandingShareCode, mine } : null;
  }

  private async isFor(db: EntityManager, reader: Principal, classId: string | null) {
    return classId === null || this.classes.isOpenTo(db, reader.id, classId);
  }
}
