import { FOLLOWABLE, follows, HELD } from '../library/follow-statement';

/** From so many wrong attempts on it takes a closer look whether another is allowed. */
const FEW = 5;

/** Classes `k` that the collection's owner teaches this year: without a class of the code's own, their pupils are expected. */
const TAUGHT = `class_member AS t JOIN class AS k ON k.id = t.class_id AND k.archived_at IS NULL
  WHERE t.person_id = h.owner_id AND t.role <> 'student'`;

/**
 * Imports with the code $5: reads it, holds its collection, writes the entry, counts the use (once a person; the row's lock makes
 * a cap of N exactly N; `tally` is joined, because a subquery that reads `used` would find it empty when the row has changed meanwhile and
 * is looked at again), numbers and stores the event. $6: whether the attempts have been looked at already. $7: whether the person is a
 * pupil, who may be from outside; grown-ups look at each other's codes. No row, or a refusal: nothing has changed, and `Redemption`
 * says why.
 */
export const IMPORT = follows(
  'collection imported',
  `SELECT ${HELD}, s.message, s.class_id FROM share_code AS s JOIN collection AS c ON c.id = s.collection_id JOIN person AS p ON p.id = c.owner_id
   WHERE s.code = $5::text AND s.revoked_at IS NULL AND s.expires_at > now() AND ${FOLLOWABLE}
     AND (s.class_id IS NULL OR EXISTS (
       SELECT FROM class_member AS m JOIN class AS k ON k.id = m.class_id
       WHERE m.class_id = s.class_id AND m.person_id = $2::uuid AND k.archived_at IS NULL))
     AND ($6::boolean OR NOT EXISTS (SELECT FROM attempts WHERE subject = 'code:' || $2::uuid AND cardinality(at) >= ${FEW}))`,
  `used AS (
     INSERT INTO share_code_use (code, person_id, used_at) SELECT $5::text, $2::uuid, $3::timestamptz FROM entered ON CONFLICT DO NOTHING RETURNING 1
   ), tally AS MATERIALIZED (
     SELECT (SELECT count(*) FROM used)::int AS more, ($7::boolean AND h.class_id IS NULL AND EXISTS (SELECT FROM ${TAUGHT})
       AND NOT EXISTS (SELECT FROM class_member AS m WHERE m.person_id = $2::uuid AND m.class_id IN (SELECT k.id FROM ${TAUGHT})))::int AS outside
     FROM entered, held AS h
   ), counted AS (
     UPDATE share_code AS s SET uses = s.uses + t.more, outside_uses = s.outside_uses + t.more * t.outside FROM tally AS t
     WHERE s.code = $5::text AND s.revoked_at IS NULL AND s.expires_at > now()
       AND (t.more = 0 OR s.max_uses IS NULL OR s.uses < s.max_uses)
     RETURNING s.uses
   )`,
);
