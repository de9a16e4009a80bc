import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ImportResult, Notice } from '@cartable/contract';
import { despiteOthers } from '../../platform/database/contention';
import { Prepared, runPrepared } from '../../platform/database/prepared';
import { JournalService } from '../../platform/journal/journal.service';
import { CollectionBodies } from './collection-bodies';
import { FOLLOWABLE, follows, HELD } from './follow-statement';

/** What Postgres says when a column must not be null (`not_null_violation`). */
const IS_NULL = '23502';

const GIVEN = follows(
  'collection given',
  `SELECT ${HELD}, '' AS message FROM collection AS c JOIN person AS p ON p.id = c.owner_id WHERE c.id = $5::uuid AND ${FOLLOWABLE}`,
);

interface ToldRow {
  collection_id: string;
  rev: number;
  owner_id: string;
  uses: number;
  payload: { role: 'follower'; addedAt: string; message: string };
  notice: Notice;
  seq: number;
  at: Date;
  epoch: string;
}

/** Somebody follows a collection from now on. */
export interface Followed {
  outcome: 'followed';
  answer: ImportResult;
  ownerId: string;
  /** Of the code, if there was one. */
  uses: number;
  at: string;
}

/** Nothing has changed: `counted` had no row, or the person has the collection already, or it may not be followed, or its body is missing. */
export interface NotFollowed {
  outcome: 'refused' | 'none';
}

/** Lets one person follow a collection, in one statement, and tells their screens. */
@Injectable()
export class FollowingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly journal: JournalService,
    private readonly bodies: CollectionBodies,
  ) {}

  /** Gives a collection to a person without a code; who has it keeps it as it is. */
  async give(personId: string, collectionId: string): Promise<void> {
    await this.bodies.keep(collectionId);
    await this.follow(GIVEN, personId, [collectionId]);
  }

  /** Runs a statement that {@link follows} made, with its `values` from $5 on. */
  async follow(
    statement: Prepared,
    personId: string,
    values: unknown[],
  ): Promise<Followed | NotFollowed> {
    const now = new Date();
    const at = now.toISOString();
    const all = ['newCollection', personId, now, at, ...values];
    const rows = await despiteOthers(() =>
      runPrepared<ToldRow>(this.dataSource, statement, all),
    ).catch(refused);
    const row = rows?.[0];
    if (!row) return { outcome: rows === null ? 'refused' : 'none' };
    const { payload } = row;
    const { collection, bytes } = await this.bodies.of(row.collection_id, row.rev);
    this.journal.announce(personId, {
      epoch: row.epoch,
      seq: row.seq,
      name: 'newCollection',
      at: row.at,
      data: { ...payload, collection },
      bytes: bytes + JSON.stringify(payload).length,
    });
    const { role, addedAt, message } = payload;
    const answer = { collection: { ...collection, role, addedAt }, message, importedAt: addedAt };
    return { outcome: 'followed', answer, ownerId: row.owner_id, uses: row.uses, at };
  }
}

/** The event without a payload: the code may not be used, and all of the statement is undone. */
function refused(error: unknown): null {
  if ((error as { code?: string }).code === IS_NULL) return null;
  throw error;
}
