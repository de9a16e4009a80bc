import { FOLLOWABLE, follows, HELD } from '../library/following.service';

/** From so many wrong attempts on it takes a closer look whether another is allowed. */
const FEW = 5;

/**
 * Imports with the code $5: reads it, holds its collection, writes the entry, counts the use (once a person; the row's lock makes
 * a cap of N exactly N; `tally` is joined, because a subquery that reads `used` would find it empty when the row has changed meanwhile and
 * is looked at again), numbers and stores the event. $6: whether the attempts have been looked at already. No row, or a refusal:
 * nothing has changed, and `Redemption` says why.
 */
export const IMPORT = follows(
  'collection imported',
  `SELECT ${HELD}, s.message FROM share_code AS s JOIN collection AS c ON c.id = s.collection_id JOIN person AS p ON p.id = c.owner_id
   WHERE s.code = $5::text AND s.revoked_at IS NULL AND s.expires_at > now() AND ${FOLLOWABLE}
     AND ($6::boolean OR NOT EXISTS (SELECT FROM attempts WHERE subject = 'code:' || $2::uuid AND cardinality(at) >= ${FEW}))`,
  `used AS (
     INSERT INTO share_code_use (code, person_id, used_at) SELECT $5::text, $2::uuid, $3::timestamptz FROM entered ON CONFLICT DO NOTHING RETURNING 1
   ), tally AS MATERIALIZED (
     SELECT (SELECT count(*) FROM used)::int AS more FROM entered
   ), counted AS (
     UPDATE share_code AS s SET uses = s.uses + t.more FROM tally AS t
     WHERE s.code = $5::text AND s.revoked_at IS NULL AND s.expires_at > now()
       AND (t.more = 0 OR s.max_uses IS NULL OR s.uses < s.max_uses)
     RETURNING s.uses
   )`,
);
