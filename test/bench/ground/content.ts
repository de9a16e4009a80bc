import { randomUUID } from 'node:crypto';
import type { Queryable } from '../people';

export interface Shared {
  id: string;
  code: string;
}

/** Subjects of a school: what is all alike would compress better than anything real. */
const TITLES = [
  'Révolution française : les causes',
  'Irregular verbs, part two',
  'Volcans et séismes',
  'Figures de style',
  'Théorème de Thalès',
  'Das Perfekt mit sein',
  'La cellule et ses organites',
  'Capitales d’Europe',
  'Molière, Le Bourgeois gentilhomme',
  'Puissances et racines carrées',
  'El pretérito indefinido',
  'Atomes, ions, molécules',
  'La guerre froide',
  'Vocabulaire : la ville',
  'Probabilités',
  'Solfège : les intervalles',
];
const SUBJECTS = ['Histoire 4e', 'Anglais', 'SVT', 'Français 3e B', 'Maths', '', 'Physique-chimie'];

const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
let codes = 0;

/** The next of 20⁶ codes: none is ever drawn twice in a run. */
function nextCode(): string {
  let rest = (codes += 1);
  let code = '';
  for (let place = 0; place < 8; place += 1) {
    code += LETTERS[rest % LETTERS.length];
    rest = Math.floor(rest / LETTERS.length);
  }
  return code;
}

/** Collections of `cards` cards of about 50 letters a side, each with a share code, straight in the database. */
export async function addCollections(
  db: Queryable,
  ownerId: string,
  count: number,
  cards: number,
): Promise<Shared[]> {
  const made = Array.from({ length: count }, () => ({ id: randomUUID(), code: nextCode() }));
  const ids = made.map(({ id }) => id);
  await db.query(
    `INSERT INTO collection (id, owner_id, title, description, rev, card_count, bytes, updated_at)
     SELECT id, $2, ($4::text[])[1 + n % $6] || ' (' || n || ')', ($5::text[])[1 + n % $7], 1 + n % 9, $3, $3 * 104,
       date_trunc('milliseconds', now() - n * interval '7 h 13 min 4.567 s')
     FROM unnest($1::uuid[]) WITH ORDINALITY AS u(id, n)`,
    [ids, ownerId, cards, TITLES, SUBJECTS, TITLES.length, SUBJECTS.length],
  );
  await db.query(
    `INSERT INTO library_entry (person_id, collection_id, role, added_at)
     SELECT $2, id, 'owner', now() FROM unnest($1::uuid[]) AS id`,
    [ids, ownerId],
  );
  await db.query(
    `INSERT INTO card (collection_id, front, back, position, rev)
     SELECT id, 'Question ' || n || ' : que se passe-t-il le ' || 1 + n % 28 || ' août 1789 ?',
       'Réponse ' || n || ' : l’Assemblée abolit les privilèges.', n * 1024, 1
     FROM unnest($1::uuid[]) AS id, generate_series(1, $2::int) AS n`,
    [ids, cards],
  );
  await db.query(
    `INSERT INTO share_code (code, collection_id, expires_at)
     SELECT code, id, now() + interval '10 days' FROM unnest($1::text[], $2::uuid[]) AS u(code, id)`,
    [made.map(({ code }) => code), ids],
  );
  return made;
}

/** Puts collections into people's lists without an event, as if that had been long ago. */
export async function follow(
  db: Queryable,
  people: readonly string[],
  collections: readonly { id: string }[],
): Promise<void> {
  await db.query(
    `INSERT INTO library_entry (person_id, collection_id, role, added_at)
     SELECT p, c, 'follower', date_trunc('milliseconds', now()) - n * interval '1 hour'
     FROM unnest($1::uuid[]) AS p, unnest($2::uuid[]) WITH ORDINALITY AS u(c, n)`,
    [people, collections.map(({ id }) => id)],
  );
}
