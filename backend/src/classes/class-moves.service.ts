import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Member, Place } from './class-rolls.service';

/** That a pupil is in a class of this name. */
export interface Membership extends Member {
  className: string;
}

/** Pupils who come from other classes, many at once, in the transaction of whoever asks. */
@Injectable()
export class ClassMoves {
  /** The classes of this year that these pupils are in besides the places that are named. */
  async besides(db: EntityManager, places: readonly Place[]): Promise<Membership[]> {
    return db.query(
      `SELECT m.person_id AS "personId", m.class_id AS "classId", c.name AS "className"
       FROM class_member AS m JOIN class AS c ON c.id = m.class_id
       WHERE m.person_id = ANY ($1) AND m.role = 'student' AND c.archived_at IS NULL
         AND NOT EXISTS (SELECT FROM unnest($1::uuid[], $2::text[]) AS l(person_id, class_name)
           WHERE l.person_id = m.person_id AND plain_name(l.class_name) = plain_name(c.name))
       ORDER BY plain_name(c.name) COLLATE "C"`,
      [places.map(({ personId }) => personId), places.map(({ className }) => className)],
    );
  }

  /** What they have got there stays theirs. */
  async leave(db: EntityManager, members: readonly Member[]): Promise<void> {
    await db.query(
      `DELETE FROM class_member AS m USING unnest($1::uuid[], $2::uuid[]) AS l(class_id, person_id)
       WHERE m.class_id = l.class_id AND m.person_id = l.person_id`,
      [members.map(({ classId }) => classId), members.map(({ personId }) => personId)],
    );
  }

  /** The names of the archived classes that each of these people was in, the latest first. */
  async former(db: EntityManager, ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await db.query<{ id: string; names: string[] }[]>(
      `SELECT m.person_id AS id, array_agg(c.name ORDER BY c.archived_at DESC, c.id) AS names
       FROM class_member AS m JOIN class AS c ON c.id = m.class_id
       WHERE m.person_id = ANY ($1) AND c.archived_at IS NOT NULL GROUP BY m.person_id`,
      [ids],
    );
    return new Map(rows.map(({ id, names }) => [id, names]));
  }
}
