import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { FirstCard } from '@cartable/contract';
import { Enrolled, EnrolmentService } from '../../../accounts/enrolment.service';
import { ClassRolls } from '../../../classes/class-rolls.service';
import { Actor, AuditService } from '../../../platform/audit/audit.service';
import { about } from './audit-entries';

/** What people who have not come yet are handed. */
@Injectable()
export class FirstCards {
  constructor(
    private readonly enrolment: EnrolmentService,
    private readonly rolls: ClassRolls,
    private readonly audit: AuditService,
  ) {}

  /** With the classes of this year. */
  async of(db: EntityManager, people: readonly Enrolled[]): Promise<FirstCard[]> {
    const ids = people.map(({ id }) => id);
    const classes = await this.rolls.namesOf(db, ids);
    return people.map((person) => ({ ...person, classes: classes.get(person.id) ?? [] }));
  }

  /** New passwords for those who have not come yet; whoever has one of their own is passed over. */
  async renew(db: EntityManager, ids: readonly string[], by: Actor): Promise<FirstCard[]> {
    const renewed = await this.enrolment.renewFirst(db, ids);
    await this.audit.record(
      db,
      { act: 'people.cards-made', by, details: { cards: renewed.length } },
      ...renewed.map(({ id }) => ({ act: 'person.password-reset' as const, by, on: about(id) })),
    );
    return this.of(db, renewed);
  }
}
