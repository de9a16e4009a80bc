import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ClassMember, ClassPerson, ClassSummary, limits } from '@cartable/contract';
import { SORT_NAME } from '../accounts/people.service';

const SIZE = `(SELECT count(*)::int FROM class_member AS p WHERE p.class_id = c.id AND p.role = 'student')`;
const WITHOUT = `FROM class_member AS m JOIN person AS p ON p.id = m.person_id
  WHERE m.class_id = $1 AND m.role = 'student'
    AND NOT EXISTS (SELECT FROM library_entry AS e WHERE e.person_id = m.person_id AND e.collection_id = $2)`;
const SUMMARY = `SELECT c.id, c.name, ${SIZE} AS size FROM class AS c`;

/** As a person sorts classes, É beside E and 10 after 9, whatever the database's locale. */
const byName = new Intl.Collator('fr', { numeric: true });

/** Who may use what is limited to a class, and who counts as inside it. */
@Injectable()
export class ClassesService {
  /** Ids of the pupils of a class. */
  async pupilsOf(db: EntityManager, classId: string): Promise<string[]> {
    const rows = await db.query<{ id: string }[]>(
      `SELECT person_id AS id FROM class_member WHERE class_id = $1 AND role = 'student' ORDER BY person_id`,
      [classId],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether the person teaches the class, and it is not archived. */
  async teaches(db: EntityManager, personId: string, classId: string): Promise<boolean> {
    const rows = await db.query<unknown[]>(
      `SELECT FROM class_member AS m JOIN class AS c ON c.id = m.class_id
       WHERE m.class_id = $1 AND m.person_id = $2 AND m.role <> 'student' AND c.archived_at IS NULL`,
      [classId, personId],
    );
    return rows.length > 0;
  }

  /** The classes that the person teaches this year, by name. */
  async taughtBy(db: EntityManager, personId: string): Promise<ClassSummary[]> {
    const rows = await db.query<ClassSummary[]>(
      `${SUMMARY} JOIN class_member AS m ON m.class_id = c.id
       WHERE m.person_id = $1 AND m.role <> 'student' AND c.archived_at IS NULL ORDER BY c.name, c.id LIMIT $2`,
      [personId, limits.page],
    );
    return rows.sort((one, other) => byName.compare(one.name, other.name));
  }

  /** By id. */
  async summaries(db: EntityManager, ids: readonly string[]): Promise<Map<string, ClassSummary>> {
    if (ids.length === 0) return new Map();
    const rows = await db.query<ClassSummary[]>(`${SUMMARY} WHERE c.id = ANY($1::uuid[])`, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The classes whose pupils are expected with a code: the one that it is limited to, or all that its owner teaches. */
  async expected(
    db: EntityManager,
    classId: string | null,
    ownerId: string,
  ): Promise<ClassSummary[]> {
    if (classId === null) return this.taughtBy(db, ownerId);
    return [...(await this.summaries(db, [classId])).values()];
  }

  /** Whether the person learns or teaches in one of the classes. */
  async isIn(db: EntityManager, personId: string, classIds: readonly string[]): Promise<boolean> {
    const rows = await db.query<unknown[]>(
      'SELECT FROM class_member WHERE person_id = $1 AND class_id = ANY($2::uuid[]) LIMIT 1',
      [personId, classIds],
    );
    return rows.length > 0;
  }

  /** Whether the person is in the class, and it is not archived. */
  async isOpenTo(db: EntityManager, personId: string, classId: string): Promise<boolean> {
    const rows = await db.query<unknown[]>(
      `SELECT FROM class_member AS m JOIN class AS c ON c.id = m.class_id
       WHERE m.class_id = $1 AND m.person_id = $2 AND c.archived_at IS NULL`,
      [classId, personId],
    );
    return rows.length > 0;
  }

  /** People of one kind in a class, by family name. */
  people(db: EntityManager, classId: string, role: 'student' | 'teacher'): Promise<ClassMember[]> {
    return db.query(
      `SELECT p.id, p.display_name AS "displayName", p.family_name AS "familyName"
       FROM class_member AS m JOIN person AS p ON p.id = m.person_id
       WHERE m.class_id = $1 AND (m.role = 'student') = $2 ORDER BY ${SORT_NAME}, p.id LIMIT ${limits.page}`,
      [classId, role === 'student'],
    );
  }

  /** Pupils of a class who have not got a collection, by family name. */
  without(db: EntityManager, classId: string, collectionId: string): Promise<ClassPerson[]> {
    return db.query(
      `SELECT p.id, p.display_name AS "displayName" ${WITHOUT} ORDER BY ${SORT_NAME}, p.id LIMIT ${limits.page}`,
      [classId, collectionId],
    );
  }

  /** How many pupils of a class have a collection. */
  async countWith(
    db: EntityManager,
    { id, size }: ClassSummary,
    collectionId: string,
  ): Promise<number> {
    const [row] = await db.query<{ missing: number }[]>(
      `SELECT count(*)::int AS missing ${WITHOUT}`,
      [id, collectionId],
    );
    return size - (row?.missing ?? 0);
  }

  /** Makes a class with its members. */
  async form(db: EntityManager, name: string, memberIds: readonly string[]): Promise<void> {
    await db.query(
      `WITH made AS (INSERT INTO class (name) VALUES ($1) RETURNING id)
       INSERT INTO class_member (class_id, person_id, role)
       SELECT made.id, p.id, p.role FROM made, person AS p WHERE p.id = ANY($2::uuid[])`,
      [name, memberIds],
    );
  }
}
