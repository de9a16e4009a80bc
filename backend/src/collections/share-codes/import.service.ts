import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { DataSource } from 'typeorm';
import { formatShareCode, ImportResult, ShareCodePreview } from '@cartable/contract';
import { Tally } from '../../platform/activity/tally';
import { Turns } from '../../platform/attempts/turns';
import type { Principal } from '../../platform/identity/principal';
import { LiveUpdate } from '../../platform/journal/live-update';
import { Problem } from '../../platform/problems/problem';
import { CollectionBodies } from '../library/collection-bodies';
import { Followed, FollowingService } from '../library/following.service';
import { LibraryService } from '../library/library.service';
import { IMPORT } from './import-statement';
import { Redemption } from './redemption';
import { isLive, isUsedUp } from './share-code-row';
import { ShareCodeEntity } from './share-code.entities';
import { StirredCodes } from './stirred-codes';

/** Each finds the collection at a later revision, should it change all the time. */
const TRIES = 10;

interface Imported {
  isNew: boolean;
  answer: ImportResult;
}

/** Importing a collection with a share code: once a person, at most `maxUses` people, told to every screen. */
@Injectable()
export class ImportService {
  private readonly turns = new Turns();
  private readonly looking = new Map<string, Promise<Imported>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly library: LibraryService,
    private readonly following: FollowingService,
    private readonly bodies: CollectionBodies,
    private readonly redemption: Redemption,
    private readonly stirred: StirredCodes,
    private readonly announcements: EventEmitter2,
    private readonly tally: Tally,
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
   * Imports. Repeating it, or importing what one has already, answers the standing entry and changes nothing. One statement
   * where nothing is in the way; else a closer look says what is.
   */
  import(person: Principal, code: string): Promise<Imported> {
    // A right code must not slip past the count among wrong ones that are sent at the same moment.
    return this.turns.take(person.id, async () => {
      const done = await this.tryOnce(person, code, false);
      return done ?? this.lookInTurn(person, code);
    });
  }

  /** Of a class that comes at once the first looks closer, and makes what is missing; the others try again when it has. */
  private async lookInTurn(person: Principal, code: string): Promise<Imported> {
    const first = this.looking.get(code);
    if (first) {
      await first.catch(() => undefined);
      const done = await this.tryOnce(person, code, false);
      return done ?? this.lookCloser(person, code);
    }
    const looking = this.lookCloser(person, code).finally(() => this.looking.delete(code));
    this.looking.set(code, looking);
    return looking;
  }

  private async lookCloser(person: Principal, typed: string): Promise<Imported> {
    const { code, mine } = await this.redemption.open(person, typed);
    if (mine) return this.standing(person, code.collectionId);
    const { collectionId } = code;
    for (let tried = 0; tried < TRIES && (await this.bodies.keep(collectionId)); tried += 1) {
      const done = await this.tryOnce(person, code.code, true);
      if (done) return done;
      const has = await this.library.find(this.dataSource.manager, person.id, collectionId);
      if (has) return this.standing(person, collectionId);
    }
    throw new Problem('share-code-unknown');
  }

  private async tryOnce(person: Principal, code: string, isAdmitted: boolean) {
    const followed = await this.following.follow(IMPORT, person.id, [
      code,
      isAdmitted,
      person.role === 'student',
    ]);
    if (followed.outcome === 'followed') return this.imported(person, code, followed);
    if (followed.outcome === 'refused') throw new Problem(await this.whyNot(code));
    return null;
  }

  private imported(person: Principal, code: string, { answer, ownerId, uses, at }: Followed) {
    const { id: personId, displayName: by } = person;
    const live = { code: formatShareCode(code), uses, by, personId, at };
    this.announcements.emit(LiveUpdate.event, new LiveUpdate(ownerId, 'shareCodeUsed', live));
    this.stirred.stir(code);
    this.tally.count('imports');
    return { isNew: true, answer };
  }

  private async standing(person: Principal, collectionId: string): Promise<Imported> {
    return { isNew: false, answer: await this.library.imported(person.id, collectionId) };
  }

  private async whyNot(code: string) {
    const row = await this.dataSource.manager.findOneBy(ShareCodeEntity, { code });
    return row && isLive(row) && isUsedUp(row) ? 'share-code-used-up' : 'share-code-unknown';
  }
}
