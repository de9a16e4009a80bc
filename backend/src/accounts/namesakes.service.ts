import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Role } from '@cartable/contract';
import { NOBODY } from './account-erasure.service';
import { Known, KNOWN } from './enrolment.service';
import { loginBase } from './login-name';
import { NAME_WORDS } from './people.service';

/** Somebody by name. */
export interface Namesake {
  displayName: string;
  role: Role;
}

/** Somebody by name, within classes of this year. */
export interface InClass extends Namesake {
  classes: readonly string[];
}

/** The words of a name in one order, without accents. */
const WORDS = (name: string) => `tsvector_to_array(plain_words(${name}))`;

/** Who has the name of somebody in a file: a statement for all of them, by indexes. */
@Injectable()
export class Namesakes {
  /** For each of these, in that order, who has that name and role in one of those classes. */
  async inClasses(db: EntityManager, people: readonly InClass[]): Promise<Known[][]> {
    const pairs = people.flatMap(({ displayName, role, classes }, index) =>
      spellings(displayName).flatMap((said) =>
        classes.map((name) => ({ index, said, role, name })),
      ),
    );
    const rows = await db.query<(Known & { index: number })[]>(
      `SELECT DISTINCT l.index, ${KNOWN}
       FROM unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS l(index, name, role, class)
       JOIN class AS c ON plain_name(c.name) COLLATE "C" = plain_name(l.class) COLLATE "C" AND c.archived_at IS NULL
       JOIN person AS p ON plain_name(p.display_name) COLLATE "C" = plain_name(l.name) COLLATE "C" AND p.role = l.role
       JOIN class_member AS m ON m.class_id = c.id AND m.person_id = p.id
       ORDER BY p.created_at, p.id`,
      [
        pairs.map(({ index }) => index),
        pairs.map(({ said }) => said),
        pairs.map(({ role }) => role),
        pairs.map(({ name }) => name),
      ],
    );
    return sorted(people, rows);
  }

  /**
   * For each of these, in that order, who of that role has the same words in the name, in whatever order, or a login name that was
   * made of them: whoever is called otherwise meanwhile still has that.
   */
  async alike(db: EntityManager, people: readonly Namesake[]): Promise<Known[][]> {
    const bases = people.map(({ displayName }) => loginBase(displayName));
    const rows = await db.query<(Known & { index: number })[]>(
      // Each OFFSET 0 keeps the planner from reading everybody instead: names by their words, people by their ids.
      `SELECT l.index, ${KNOWN}
       FROM (SELECT index, role, login, ${WORDS('name')} AS words
         FROM unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS l(index, name, role, login) OFFSET 0) AS l
       CROSS JOIN LATERAL (
         SELECT id FROM (SELECT id, display_name FROM person AS p
           WHERE ${NAME_WORDS} @@ plainto_tsquery('simple', array_to_string(l.words, ' ')) OFFSET 0) AS n
         WHERE ${WORDS('n.display_name')} = l.words
         UNION
         SELECT id FROM person
         WHERE login ~>=~ l.login AND login ~<~ (l.login || ':')
           AND substr(login, length(l.login) + 1) ~ '^([2-9]|[1-9][0-9]+)?$') AS f
       CROSS JOIN LATERAL (SELECT * FROM person WHERE id = f.id OFFSET 0) AS p
       WHERE p.role = l.role AND p.id <> '${NOBODY.id}' ORDER BY p.created_at DESC, p.id`,
      [
        people.map((_, index) => index),
        people.map(({ displayName }) => displayName),
        people.map(({ role }) => role),
        // Of one word, as those of names without a Latin letter are, it says too little.
        bases.map((base) => (base.includes('.') ? base : null)),
      ],
    );
    return sorted(people, rows);
  }
}

/** Apostrophes are typed straight or curly, and the index tells one from the other. */
const spellings = (name: string) => [
  ...new Set([name.replaceAll('’', "'"), name.replaceAll("'", '’')]),
];

function sorted(people: readonly unknown[], rows: readonly (Known & { index: number })[]) {
  const found: Known[][] = people.map(() => []);
  for (const { index, ...person } of rows) found[index]?.push(person);
  return found;
}
