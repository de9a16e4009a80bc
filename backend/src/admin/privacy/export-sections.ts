/** As `key` in the order of which rows are read; `''` comes before all. */
const page = (key: string, rest: string) =>
  `${rest} AND ($2 = '' OR ${key} > $2::text) ORDER BY ${key} LIMIT $3`;

const row = (table: string, key: string, where: string) =>
  page(key, `SELECT to_jsonb(t)::text AS json, ${key} AS key FROM ${table} AS t WHERE ${where}`);

/** What others did; from where is known of them, not of the person. Strangers who tried to sign in may have been the person. */
const others = `(
  SELECT id, at, act, actor_id, subject_kind, subject_id, details, CASE WHEN actor_id IS NULL THEN address END AS address
  FROM audit_entry WHERE actor_id IS DISTINCT FROM $1::uuid)`;

/** As `signInSubject` of the accounts has it. */
const SIGN_IN_SUBJECT = `'login:' || translate(encode(sha256(convert_to(name, 'UTF8')), 'base64'), '+/=', '-_')`;

/**
 * What is known of a person besides the account, by the name that it has in the export. A new table that holds something of a person
 * belongs here, and `test/e2e/admin/privacy.e2e.ts` fails until it does.
 */
export const sections: Record<string, string> = {
  sessions: row('session', 't.id::text', 't.person_id = $1'),
  classes: page(
    't.class_id::text',
    `SELECT jsonb_build_object('id', c.id, 'name', c.name, 'role', t.role, 'archivedAt', c.archived_at)::text AS json,
       t.class_id::text AS key FROM class_member AS t JOIN class AS c ON c.id = t.class_id WHERE t.person_id = $1`,
  ),
  collections: page(
    't.id::text',
    `SELECT (to_jsonb(t) || jsonb_build_object('cards', (
         SELECT COALESCE(jsonb_agg(jsonb_build_object('front', k.front, 'back', k.back) ORDER BY k.position, k.id), '[]')
         FROM card AS k WHERE k.collection_id = t.id)))::text AS json,
       t.id::text AS key FROM collection AS t WHERE t.owner_id = $1`,
  ),
  library: page(
    't.collection_id::text',
    `SELECT (to_jsonb(t) || jsonb_build_object('title', c.title))::text AS json, t.collection_id::text AS key
     FROM library_entry AS t JOIN collection AS c ON c.id = t.collection_id WHERE t.person_id = $1`,
  ),
  hiddenFromLibrary: row('parked_entry', 't.collection_id::text', 't.person_id = $1'),
  withdrawn: row('withdrawn_entry', 't.withdrawal_id::text', 't.person_id = $1'),
  shareCodes: page(
    't.code',
    `SELECT to_jsonb(t)::text AS json, t.code AS key
     FROM share_code AS t JOIN collection AS c ON c.id = t.collection_id WHERE c.owner_id = $1`,
  ),
  shareCodesUsed: row('share_code_use', 't.code', 't.person_id = $1'),
  reports: row('report', 't.id::text', 't.reporter_id = $1'),
  news: page(
    `lpad(t.seq::text, 10, '0')`,
    `SELECT (to_jsonb(t) - 'user_id')::text AS json, lpad(t.seq::text, 10, '0') AS key FROM user_event AS t WHERE t.user_id = $1`,
  ),
  newsCounted: row('user_stream', 't.user_id::text', 't.user_id = $1'),
  moderation: page(
    't.collection_id::text',
    `SELECT to_jsonb(t)::text AS json, t.collection_id::text AS key
     FROM content_case AS t JOIN collection AS c ON c.id = t.collection_id WHERE c.owner_id = $1`,
  ),
  mistypings: row(
    'attempts',
    't.subject',
    `(t.subject IN ('code:' || $1, 'password:' || $1) OR t.subject IN (SELECT ${SIGN_IN_SUBJECT}
       FROM person AS p, unnest(ARRAY[p.email, p.login]) AS name WHERE p.id = $1::uuid))`,
  ),
  connectedTo: page(
    't.id::text',
    `SELECT jsonb_build_object('server', t.id, 'seenAt', t.seen_at)::text AS json, t.id::text AS key
     FROM instance AS t WHERE $1::uuid = ANY (t.students || t.teachers || t.admins)`,
  ),
  acts: row('audit_entry', 't.id::text', 't.actor_id = $1'),
  withdrawals: row('withdrawal', 't.id::text', 't.actor_id = $1'),
  actsOnAccount: row(others, 't.id::text', `t.subject_id = $1::text`),
  actsOnMembership: row(others, 't.id::text', `t.details ->> 'personId' = $1::text`),
};
