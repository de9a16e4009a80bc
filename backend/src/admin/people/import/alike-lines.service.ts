import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Alike } from '@cartable/contract';
import { Namesakes } from '../../../accounts/namesakes.service';
import { ClassMoves } from '../../../classes/class-moves.service';
import { ClassRolls } from '../../../classes/class-rolls.service';
import { Plan } from './plan';
import { Candidate } from './read-line';
import { alikeOf } from './alike';

/** Finds the lines that may mean somebody who is there, so that nobody gets a second account unasked. */
@Injectable()
export class AlikeLines {
  constructor(
    private readonly namesakes: Namesakes,
    private readonly rolls: ClassRolls,
    private readonly moves: ClassMoves,
  ) {}

  /** Of those who would get an account, who must wait for an answer; whoever another line leads to is nobody else's likeness. */
  async among(db: EntityManager, plan: Plan): Promise<Map<Candidate, Alike>> {
    const open = plan.fresh.filter(({ same }) => same !== null);
    if (open.length === 0) return new Map();
    const adopted = new Set(plan.matches.map(({ known }) => known.id));
    const found = (await this.namesakes.alike(db, open)).map((people) =>
      people.filter(({ id }) => !adopted.has(id)),
    );
    const ids = found.flatMap((people) => people.map(({ id }) => id));
    const classes = await this.rolls.namesOf(db, ids);
    const former = await this.moves.former(db, ids);
    const seen = new Set<string>();
    const shared = new Set<string>();
    for (const id of ids) (seen.has(id) ? shared : seen).add(id);
    return new Map(
      open.flatMap((candidate, index) => {
        const people = (found[index] ?? []).map((person) => ({
          ...person,
          classes: classes.get(person.id) ?? [],
          formerClasses: former.get(person.id) ?? [],
        }));
        return people.length > 0 ? [[candidate, alikeOf(candidate, people, shared)]] : [];
      }),
    );
  }
}
