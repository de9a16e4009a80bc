import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Alike, ImportUpdate, limits } from '@cartable/contract';
import { EnrolmentService } from '../../../accounts/enrolment.service';
import { Namesakes } from '../../../accounts/namesakes.service';
import { ClassMoves, Membership } from '../../../classes/class-moves.service';
import { ClassRolls } from '../../../classes/class-rolls.service';
import { AlikeLines } from './alike-lines.service';
import { Match, Plan, planFor, says } from './plan';
import { Candidate } from './read-line';
import { updateOf } from './updates';

/** What is to be done. */
export interface Work extends Plan {
  /** Lines that wait for an answer: they are not among the fresh. */
  alike: Alike[];
  /** Those of the matches that change something. */
  changed: Match[];
  /** The names of classes that are new. */
  classes: string[];
  /** The other classes of pupils who get a place. */
  besides: Membership[];
}

/** Finds out what lines of a file would change. */
@Injectable()
export class Planning {
  constructor(
    private readonly enrolment: EnrolmentService,
    private readonly namesakes: Namesakes,
    private readonly alike: AlikeLines,
    private readonly rolls: ClassRolls,
    private readonly moves: ClassMoves,
  ) {}

  /** `foretell`: the classes of those who wait are counted with the rest. */
  async plan(
    db: EntityManager,
    candidates: readonly Candidate[],
    foretell: boolean,
  ): Promise<Work> {
    const known = await this.enrolment.known(db, candidates);
    const inClass = await this.namesakes.inClasses(db, candidates);
    const plan = planFor(candidates, known, inClass);
    const alike = await this.alike.among(db, plan);
    const fresh = plan.fresh.filter((candidate) => !alike.has(candidate));
    const places = plan.matches.flatMap(placesOf);
    const misplaced = await this.rolls.missing(db, places);
    const coming = [
      ...(foretell ? plan.fresh : fresh),
      ...plan.matches.map(({ candidate }) => candidate),
    ];
    const moving = places.filter(({ personId }) => misplaced.has(personId));
    return {
      ...plan,
      fresh,
      alike: [...alike.values()],
      changed: plan.matches.filter((match) => says(match) || misplaced.has(match.known.id)),
      classes: await this.rolls.unknown(
        db,
        coming.flatMap(({ classes }) => classes),
      ),
      besides: await this.moves.besides(db, moving),
    };
  }

  /** The first of what is changed, with the classes that it is about. */
  async updates(db: EntityManager, { changed, besides }: Work): Promise<ImportUpdate[]> {
    const first = changed.slice(0, limits.importUpdates);
    const ids = first.map(({ known }) => known.id);
    const classes = await this.rolls.namesOf(db, ids);
    return first.map((match) => {
      const { id } = match.known;
      const others = besides.filter(({ personId }) => personId === id);
      const names = others.map(({ className }) => className);
      return updateOf(match, classes.get(id) ?? [], names);
    });
  }
}

export const placed = (personId: string, { classes }: Candidate) =>
  classes.map((className) => ({ personId, className }));

export const placesOf = ({ candidate, known }: Match) => placed(known.id, candidate);
