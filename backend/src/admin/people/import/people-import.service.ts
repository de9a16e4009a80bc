import { Injectable, Logger } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { FirstCard, LineFault, PeopleImportBody, PeopleImported } from '@cartable/contract';
import { EnrolmentService } from '../../../accounts/enrolment.service';
import { ClassMoves } from '../../../classes/class-moves.service';
import { ClassRolls } from '../../../classes/class-rolls.service';
import { Actor, AuditService } from '../../../platform/audit/audit.service';
import { despiteOthers } from '../../../platform/database/contention';
import { isTaken } from '../../../platform/database/unique';
import { Problem } from '../../../platform/problems/problem';
import { entriesOf } from './audit-entries';
import { withoutDoubles } from './doubles';
import { FirstCards } from './first-cards.service';
import { says } from './plan';
import { placed, placesOf, Planning, Work } from './planning.service';
import { Candidate, readLine } from './read-line';

/** Of two imports at once the second finds who came in by the first. */
const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtext('cartable.people-import')), now() AS at`;

/** Lets many in without typing: what is right in the lines comes to be, what is not is told; doing it twice changes nothing. */
@Injectable()
export class PeopleImportService {
  private readonly logger = new Logger(PeopleImportService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly planning: Planning,
    private readonly enrolment: EnrolmentService,
    private readonly rolls: ClassRolls,
    private readonly moves: ClassMoves,
    private readonly cards: FirstCards,
    private readonly audit: AuditService,
  ) {}

  /** Throws `name-taken` if somebody else took a name in the same moment: asking again finds that account. */
  async run(body: PeopleImportBody, by: Actor): Promise<PeopleImported> {
    const read = body.lines.map((line) => readLine(line, body.role));
    const { once, faults } = withoutDoubles(
      read.filter((line) => line.faults.length === 0).map(({ candidate }) => candidate),
    );
    const done = await this.unlessTaken((db) => this.work(db, once, body, by));
    const { created, changed } = done;
    if (!body.dryRun && created + changed > 0) {
      this.logger.log({ created, changed, classes: done.classes.length }, 'people imported');
    }
    const all = [...read.flatMap((line) => line.faults), ...faults, ...ofAll(once, done.faults)];
    return { ...done, faults: all.sort((a, b) => a.line - b.line) };
  }

  /** New cards for people who have not come yet. */
  async renewCards(ids: readonly string[], by: Actor): Promise<FirstCard[]> {
    return despiteOthers(() => this.dataSource.transaction((db) => this.cards.renew(db, ids, by)));
  }

  private async work(
    db: EntityManager,
    candidates: readonly Candidate[],
    { dryRun, leave = false, cardsSince }: PeopleImportBody,
    by: Actor,
  ): Promise<PeopleImported> {
    const [now] = await db.query<{ at: Date }[]>(ONE_AT_A_TIME);
    const work = await this.planning.plan(db, candidates, dryRun);
    const cards = dryRun ? [] : await this.apply(db, work, leave, by);
    const missed = dryRun || cardsSince === undefined ? [] : madeSince(work, cardsSince);
    if (missed.length > 0) cards.push(...(await this.cards.renew(db, missed, by)));
    return {
      at: (now?.at ?? new Date()).toISOString(),
      created: work.fresh.length,
      changed: work.changed.length,
      unchanged: work.matches.length - work.changed.length,
      moving: new Set(work.besides.map(({ personId }) => personId)).size,
      classes: work.classes,
      alike: work.alike,
      updates: dryRun ? await this.planning.updates(db, work) : [],
      faults: work.faults,
      cards,
    };
  }

  private async apply(
    db: EntityManager,
    work: Work,
    leave: boolean,
    by: Actor,
  ): Promise<FirstCard[]> {
    const founded = await this.rolls.found(db, work.classes);
    const enrolled = await this.enrolment.enrol(db, work.fresh);
    const told = work.changed.filter(says);
    await this.enrolment.rename(
      db,
      told.map(({ candidate, known }) => ({ ...candidate, id: known.id })),
    );
    const fresh = work.fresh.flatMap((candidate, index) =>
      placed(enrolled[index]?.id ?? '', candidate),
    );
    const joined = await this.rolls.fill(db, [...fresh, ...work.matches.flatMap(placesOf)]);
    const left = leave ? work.besides : [];
    await this.moves.leave(db, left);
    const counts = {
      created: enrolled.length,
      changed: work.changed.length,
      classes: work.classes.length,
    };
    if (counts.created + counts.changed > 0) {
      const made = enrolled.map(({ id }, index) => ({ id, role: work.fresh[index]?.role }));
      await this.audit.record(db, ...entriesOf(by, counts, { made, told, founded, joined, left }));
    }
    return this.cards.of(db, enrolled);
  }

  private async unlessTaken<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await despiteOthers(() => this.dataSource.transaction(work));
    } catch (error) {
      throw isTaken(error) ? new Problem('name-taken') : error;
    }
  }
}

/** Who was there already, but only since then. */
const madeSince = ({ matches }: Work, since: string): string[] =>
  matches.filter(({ known }) => known.createdAt >= new Date(since)).map(({ known }) => known.id);

/** Lines that name one person are left out together. */
function ofAll(candidates: readonly Candidate[], faults: readonly LineFault[]): LineFault[] {
  const lines = new Map(candidates.map((candidate) => [candidate.line, candidate.lines]));
  return faults.flatMap((fault) =>
    (lines.get(fault.line) ?? []).map((line) => ({ ...fault, line })),
  );
}
