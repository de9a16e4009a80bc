import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

/** That somebody is in a class of this name. */
export interface Place {
  personId: string;
  className: string;
}

/** That somebody is in a class. */
export interface Member {
  personId: string;
  classId: string;
}

const PLACES = `unnest($1::uuid[], $2::text[]) AS l(person_id, class_name)`;
const CLASS = `plain_name(c.name) COLLATE "C" = plain_name(l.class_name) COLLATE "C" AND c.archived_at IS NULL`;

/** Many places in classes at once, by their names, in the transaction of whoever asks. */
@Injectable()
export class ClassRolls {
  /** Those of the names that no class of this year has, each once. */
  async unknown(db: EntityManager, names: readonly string[]): Promise<string[]> {
    const rows = await db.query<{ name: string }[]>(
      `SELECT DISTINCT ON (plain_name(l.class_name)) l.class_name AS name
       FROM unnest($1::text[]) AS l(class_name)
       WHERE NOT EXISTS (SELECT FROM class AS c WHERE ${CLASS})
       ORDER BY plain_name(l.class_name)`,
      [names],
    );
    return rows.map(({ name }) => name);
  }

  /** Those of the people who miss one of the places. */
  async missing(db: EntityManager, places: readonly Place[]): Promise<Set<string>> {
    const rows = await db.query<{ id: string }[]>(
      `SELECT DISTINCT l.person_id AS id FROM ${PLACES}
       WHERE NOT EXISTS (SELECT FROM class AS c JOIN class_member AS m
         ON m.class_id = c.id AND m.person_id = l.person_id WHERE ${CLASS})`,
      columns(places),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Makes the classes that are not there yet; returns their ids. */
  async found(db: EntityManager, names: readonly string[]): Promise<string[]> {
    const rows = await db.query<{ id: string }[]>(
      `INSERT INTO class (name) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING RETURNING id`,
      [names],
    );
    return rows.map(({ id }) => id);
  }

  /** Pupils learn in their classes, everybody else teaches there. Nobody loses a place; returns who got one. */
  fill(db: EntityManager, places: readonly Place[]): Promise<Member[]> {
    return db.query(
      `INSERT INTO class_member (class_id, person_id, role)
       SELECT c.id, p.id, p.role
       FROM ${PLACES} JOIN class AS c ON ${CLASS} JOIN person AS p ON p.id = l.person_id
       ON CONFLICT DO NOTHING RETURNING class_id AS "classId", person_id AS "personId"`,
      columns(places),
    );
  }

  /** The names of the classes of this year that each of these people is in. */
  async namesOf(db: EntityManager, ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await db.query<{ id: string; names: string[] }[]>(
      `SELECT m.person_id AS id, array_agg(c.name ORDER BY plain_name(c.name) COLLATE "C") AS names
       FROM class_member AS m JOIN class AS c ON c.id = m.class_id
       WHERE m.person_id = ANY ($1) AND c.archived_at IS NULL GROUP BY m.person_id`,
      [ids],
    );
    return new Map(rows.map(({ id, names }) => [id, names]));
  }
}

const columns = (places: readonly Place[]) => [
  places.map(({ personId }) => personId),
  places.map(({ className }) => className),
];
