import { Injectable } from '@nestjs/common';
import type { GiftBody, GiftResult } from '@cartable/contract';
import { ClassesService } from '../../classes/classes.service';
import { Actor, AuditService } from '../../platform/audit/audit.service';
import type { Principal } from '../../platform/identity/principal';
import { JournalService } from '../../platform/journal/journal.service';
import { Problem } from '../../platform/problems/problem';
import { CollectionEditing } from '../collection-editing';
import { FollowersService } from './followers.service';

/** Giving a collection to a whole class. */
@Injectable()
export class GiftsService {
  constructor(
    private readonly journal: JournalService,
    private readonly editing: CollectionEditing,
    private readonly classes: ClassesService,
    private readonly followers: FollowersService,
    private readonly audit: AuditService,
  ) {}

  /** In one act: all pupils of the class have it, or none. Repeating it reaches only who has come into the class since. */
  give(
    owner: Principal,
    collectionId: string,
    { classId, message = '' }: GiftBody,
    by: Actor,
  ): Promise<GiftResult> {
    return this.journal.transaction(async (tx) => {
      await this.editing.own(tx.db, owner.id, collectionId);
      if (!(await this.classes.teaches(tx.db, owner.id, classId))) throw new Problem('not-found');
      const pupils = await this.classes.pupilsOf(tx.db, classId);
      const at = new Date();
      const given = await this.followers.giveAll(tx, pupils, { collectionId, message, at });
      if (given.length > 0) {
        await this.audit.record(tx.db, {
          act: 'collection.given',
          by,
          on: { kind: 'collection', id: collectionId },
          details: { classId, people: given.length },
        });
      }
      return { given: given.length, had: pupils.length - given.length };
    });
  }
}
