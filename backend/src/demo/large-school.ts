/** A connection, a pool, or whatever else asks a database. */
interface Queryable {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

export interface SchoolSize {
  people: number;
  collections: number;
  imports: number;
}

/** About as many to a class as in a real one. */
const PEOPLE_A_CLASS = 31;
/** Signed in, as the audit has it. */
const SIGN_INS_EACH = 4;
export const LARGE_SCHOOL_DOMAIN = 'large-school.example';

/**
 * Fills a database with a school of this size: every twentieth person teaches, collections have codes of all kinds, pupils have
 * imported, and the audit has grown. Straight into the tables, without events: what is wanted is the weight. Everybody has the same password.
 */
export async function fillSchool(
  db: Queryable,
  { people, collections, imports }: SchoolSize,
  passwordHash: string,
): Promise<void> {
  await db.query(
    `INSERT INTO person (email, display_name, family_name, role, password_hash)
     SELECT 'p' || n || '@${LARGE_SCHOOL_DOMAIN}', 'Prénom' || n || ' Nom' || n, 'Nom' || n,
       CASE WHEN n % 20 = 0 THEN 'teacher' ELSE 'student' END, $2
     FROM generate_series(1, $1::int) AS n`,
    [people, passwordHash],
  );
  await db.query(`INSERT INTO user_stream (user_id) SELECT id FROM person ON CONFLICT DO NOTHING`);
  await db.query(
    `WITH t AS (SELECT id, row_number() OVER () - 1 AS n FROM person WHERE role = 'teacher'),
          made AS (INSERT INTO collection (owner_id, title)
            SELECT t.id, 'Titre' || g || ' leçon ' || g FROM generate_series(1, $1::int) AS g
            JOIN t ON t.n = g % (SELECT count(*) FROM t) RETURNING id, owner_id)
     INSERT INTO library_entry SELECT owner_id, id, 'owner', '', now() FROM made`,
    [collections],
  );
  await db.query(
    `WITH c AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM collection)
     INSERT INTO share_code (code, collection_id, expires_at, revoked_at, uses, heat, hot_since, created_at)
     SELECT translate(lpad(to_hex(n::int * 9973), 8, '0'), '0123456789abcdef', 'BCDFGHJKLMNPQRST'), id,
       now() + CASE WHEN n % 3 = 0 THEN interval '-1 day' ELSE interval '9 days' END,
       CASE WHEN n % 5 = 0 THEN now() END, 20, CASE WHEN n % 500 = 0 THEN 'many' END, now(), now() - n * interval '1 minute'
     FROM c`,
  );
  await db.query(
    `WITH p AS (SELECT id, row_number() OVER () - 1 AS n FROM person WHERE role = 'student'),
          s AS (SELECT code, collection_id, row_number() OVER () - 1 AS n FROM share_code),
          counts AS (SELECT (SELECT count(*) FROM p) AS people, (SELECT count(*) FROM s) AS codes),
          made AS (SELECT p.id, s.code, s.collection_id FROM counts, generate_series(0, $1::int - 1) AS g
                   JOIN p ON p.n = g % (SELECT people FROM counts) JOIN s ON s.n = (g / 20) % (SELECT codes FROM counts)),
          used AS (INSERT INTO share_code_use SELECT code, id, now() FROM made ON CONFLICT DO NOTHING)
     INSERT INTO library_entry SELECT id, collection_id, 'follower', '', now() FROM made ON CONFLICT DO NOTHING`,
    [imports],
  );
  const classes = Math.ceil(people / PEOPLE_A_CLASS);
  await db.query(
    `WITH k AS (INSERT INTO class (name) SELECT 'Classe ' || n FROM generate_series(1, $1::int) AS n RETURNING id),
          o AS (SELECT id, row_number() OVER () - 1 AS n FROM k), p AS (SELECT id, role, row_number() OVER () AS n FROM person WHERE role <> 'admin')
     INSERT INTO class_member SELECT o.id, p.id, p.role FROM p JOIN o ON o.n = p.n % $1::int`,
    [classes],
  );
  await db.query(
    `INSERT INTO audit_entry (at, actor_id, act, subject_kind, subject_id, address)
     SELECT now() - g * n * interval '90 seconds', id, CASE WHEN n % 50 = 0 THEN 'person.role-changed' ELSE 'session.opened' END,
       'person', id::text, '192.0.2.1'
     FROM (SELECT id, row_number() OVER () AS n FROM person) AS p, generate_series(1, $1::int) AS g`,
    [SIGN_INS_EACH],
  );
  await db.query('ANALYZE');
}
