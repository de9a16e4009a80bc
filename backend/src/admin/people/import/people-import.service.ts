import { Injectable, Logger } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { FirstCard, PeopleImportBody, PeopleImported } from '@cartable/contract';
import { Enrolled, EnrolmentService } from '../../../accounts/enrolment.service';
import { ClassRolls } from '../../../classes/class-rolls.service';
import { Actor, AuditService } from '../../../platform/audit/audit.service';
import { isTaken } from '../../../platform/database/unique';
import { Problem } from '../../../platform/problems/problem';
import { newsIn, Plan, planFor, says, withoutDoubles } from './plan';
import { Candidate, readLine } from './read-line';

/** Of two imports at once the second finds who came in by the first. */
const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtext('cartable.people-import'))`;

/** Lets many in without typing: what is right in the lines comes to be, what is not is told; doing it twice changes nothing. */
@Injectable()
export class PeopleImportService {
  private readonly logger = new Logger(PeopleImportService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly enrolment: EnrolmentService,
    private readonly rolls: ClassRolls,
    private readonly audit: AuditService,
  ) {}

  /** Throws `name-taken` if somebody else took a name in the same moment: asking again finds that account. */
  async run({ dryRun, role, lines }: PeopleImportBody, by: Actor): Promise<PeopleImported> {
    const read = lines.map((line) => readLine(line, role));
    const { once, faults } = withoutDoubles(
      read.filter((line) => line.faults.length === 0).map(({ candidate }) => candidate),
    );
    const done = await this.unlessTaken((db) => this.work(db, once, dryRun ? null : by));
    const all = [...read.flatMap((line) => line.faults), ...faults, ...done.faults];
    return { ...done, faults: all.sort((a, b) => a.line - b.line) };
  }

  /** New cards for people who have not come yet; whoever has a password of their own is passed over. */
  async renewCards(ids: readonly string[], by: Actor): Promise<FirstCard[]> {
    return this.dataSource.transaction(async (db) => {
      const renewed = await this.enrolment.renewFirst(db, ids);
      const cards = await this.cardsOf(db, renewed);
      await this.audit.record(
        db,
        { act: 'people.cards-made', by, details: { cards: cards.length } },
        ...renewed.map(({ id }) => ({ act: 'person.password-reset' as const, by, on: about(id) })),
      );
      return cards;
    });
  }

  private async work(
    db: EntityManager,
    candidates: readonly Candidate[],
    by: Actor | null,
  ): Promise<PeopleImported> {
    await db.query(ONE_AT_A_TIME);
    const plan = await this.plan(db, candidates);
    const taking = [...plan.fresh, ...plan.matches.map(({ candidate }) => candidate)];
    const classes = await this.rolls.unknown(
      db,
      taking.flatMap((candidate) => candidate.classes),
    );
    const misplaced = await this.rolls.missing(db, placesOf(plan));
    const changed = plan.matches.filter((match) => says(match) || misplaced.has(match.known.id));
    const enrolled = by === null ? [] : await this.apply(db, plan, classes, by, changed.length);
    return {
      created: plan.fresh.length,
      changed: changed.length,
      unchanged: plan.matches.length - changed.length,
      classes,
      faults: plan.faults,
      cards: await this.cardsOf(db, enrolled),
    };
  }

  private async plan(db: EntityManager, candidates: readonly Candidate[]): Promise<Plan> {
    const known = await this.enrolment.known(db, candidates);
    const inClass = await this.enrolment.inClasses(db, candidates);
    return planFor(candidates, known, inClass);
  }

  private async apply(
    db: EntityManager,
    plan: Plan,
    classes: readonly string[],
    by: Actor,
    changed: number,
  ): Promise<Enrolled[]> {
    await this.rolls.found(db, classes);
    const enrolled = await this.enrolment.enrol(db, plan.fresh);
    const told = plan.matches.filter(says);
    await this.enrolment.rename(
      db,
      told.map(({ candidate, known }) => ({ ...candidate, id: known.id })),
    );
    const fresh = plan.fresh.flatMap((candidate, index) =>
      placed(enrolled[index]?.id ?? '', candidate),
    );
    await this.rolls.fill(db, [...fresh, ...placesOf(plan)]);
    const details = { created: enrolled.length, changed, classes: classes.length };
    if (enrolled.length + changed > 0) {
      await this.audit.record(
        db,
        { act: 'people.imported', by, details },
        ...enrolled.map(({ id }, index) => ({
          act: 'person.created' as const,
          by,
          on: about(id),
          details: { role: plan.fresh[index]?.role },
        })),
        ...told.map((match) => ({
          act: 'person.changed' as const,
          by,
          on: about(match.known.id),
          // Which, not into what: the audit holds neither names nor addresses.
          details: Object.fromEntries(newsIn(match).map((key) => [key, 'changed'])),
        })),
      );
      this.logger.log(details, 'people imported');
    }
    return enrolled;
  }

  private async cardsOf(db: EntityManager, people: readonly Enrolled[]): Promise<FirstCard[]> {
    const classes = await this.rolls.namesOf(
      db,
      people.map(({ id }) => id),
    );
    return people.map((person) => ({
      ...person,
      classes: classes.get(person.id) ?? [],
    }));
  }

  private async unlessTaken<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.dataSource.transaction(work);
    } catch (error) {
      throw isTaken(error) ? new Problem('name-taken') : error;
    }
  }
}

const about = (id: string) => ({ kind: 'person' as const, id });

const placed = (personId: string, { classes }: Candidate) =>
  classes.map((className) => ({ personId, className }));

const placesOf = ({ matches }: Plan) =>
  matches.flatMap(({ candidate, known }) => placed(known.id, candidate));
