import type { Person } from './person';
import type { School } from './school';

/** Forms a class in the database; returns its id. */
export async function formsAClass(
  school: School,
  name: string,
  teacher: Person,
  pupils: readonly Person[],
): Promise<string> {
  const [row] = await school.database.query<[{ id: string }]>(
    `INSERT INTO class (name) VALUES ($1) RETURNING id`,
    [name],
  );
  await school.database.query(
    `INSERT INTO class_member (class_id, person_id, role)
     SELECT $1, id, role FROM person WHERE id = ANY($2::uuid[])`,
    [row.id, [teacher, ...pupils].map(({ me }) => me.id)],
  );
  return row.id;
}
