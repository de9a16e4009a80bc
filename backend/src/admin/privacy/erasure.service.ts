import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Erased, ErasureQuery } from '@cartable/contract';
import { AccountErasure, NOBODY } from '../../accounts/account-erasure.service';
import type { Person } from '../../accounts/person.entity';
import { CollectionsErasure } from '../../collections/collections-erasure.service';
import { SchoolNow } from '../../platform/activity/school-now';
import { Actor, AuditService } from '../../platform/audit/audit.service';
import { JournalService, JournalTransaction } from '../../platform/journal/journal.service';
import { Problem } from '../../platform/problems/problem';

/** Erases a person: GDPR, article 17. All of it or nothing, in one transaction. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: JournalService,
    private readonly accounts: AccountErasure,
    private readonly collections: CollectionsErasure,
    private readonly school: SchoolNow,
    private readonly audit: AuditService,
  ) {}

  /** Throws `own-account` (so that there always is an administrator) and `not-found`. */
  async erase(personId: string, by: Actor, { collections }: ErasureQuery): Promise<Erased> {
    if (personId === by.id) throw new Problem('own-account');
    await this.accounts.prepareHeir(this.dataSource.manager);
    return this.journal.transaction(async (tx) => {
      const person = await this.accounts.lock(tx.db, personId, by);
      return this.eraseIn(tx, person, by, collections);
    });
  }

  /**
   * Erases one account that was disabled more than `days` ago, and leaves its collections to their followers; null when there
   * is none left. Whom another instance is at is passed over.
   */
  async eraseDisabled(days: number): Promise<Erased | null> {
    await this.accounts.prepareHeir(this.dataSource.manager);
    return this.journal.transaction(async (tx) => {
      const person = await this.accounts.lockDisabled(tx.db, days);
      return person && this.eraseIn(tx, person, {}, 'keep');
    });
  }

  private async eraseIn(
    tx: JournalTransaction,
    person: Person,
    by: Actor,
    collections: ErasureQuery['collections'],
  ): Promise<Erased> {
    const { id, displayName } = person;
    const leaving = { id, displayName, heir: { ...NOBODY } };
    const erased = await this.collections.erase(tx, leaving, collections);
    // What they said of others' collections goes; that something was said stays.
    await tx.db.query(`UPDATE report SET comment = '' WHERE reporter_id = $1`, [id]);
    await this.school.forget(tx.db, id);
    const ended = await this.accounts.erase(tx.db, person);
    await this.audit.record(tx.db, {
      act: 'person.erased',
      by,
      on: { kind: 'person', id },
      details: { collections, ...erased },
    });
    tx.afterCommit(() => this.accounts.announce(ended));
    return erased;
  }
}
