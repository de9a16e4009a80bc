import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Classes and who is in them. */
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
       WHERE m.class_id = $1 AND m.person_id = $2 AND m.role = 'teacher' AND c.archived_at IS NULL`,
      [classId, personId],
    );
    return rows.length > 0;
  }
}
