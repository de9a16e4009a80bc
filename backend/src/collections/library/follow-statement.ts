import type { Prepared } from '../../platform/database/prepared';
import { actAndEvent } from '../../platform/journal/act-and-event';
import { BODY_KEY } from './collection-bodies';

/** Columns of `held`, of which a statement that {@link follows} makes one row. */
export const HELD = `c.id AS collection_id, c.rev, c.title, c.owner_id, p.display_name AS owner_name, ${BODY_KEY} AS body_key`;

/** Conditions of `held` over `c`: who follows is told the collection's body. */
export const FOLLOWABLE = `c.frozen_at IS NULL AND c.hidden_at IS NULL AND EXISTS (SELECT FROM event_body AS b WHERE b.key = ${BODY_KEY})`;

/**
 * A statement by which the person $2 follows a collection at the time $3 ($4 as ISO 8601): steps 1, 2, 3 and 4 of
 * docs/decisions/0003. `held` is selected FOR SHARE OF c: against edits, which would not yet know this follower; other imports go on
 * beside. `counted`, if there is one, has a row unless the code may not be used.
 */
export const follows = (name: string, held: string, counted?: string): Prepared =>
  actAndEvent({
    name,
    ctes: `
      held AS MATERIALIZED (${held} FOR SHARE OF c), entered AS (
        INSERT INTO library_entry (person_id, collection_id, role, message, added_at)
        SELECT $2::uuid, collection_id, 'follower', message, $3::timestamptz FROM held ON CONFLICT DO NOTHING RETURNING 1
      ), ${counted ?? 'counted AS (SELECT 0 AS uses FROM entered)'}, told AS (
        SELECT h.*, $2::uuid AS person_id, c.*,
          CASE WHEN c.uses IS NOT NULL THEN jsonb_build_object('role', 'follower', 'addedAt', $4::text, 'message', message) END AS payload,
          jsonb_build_object('collectionId', collection_id, 'title', title, 'by', owner_name) AS notice
        FROM entered, held AS h LEFT JOIN counted AS c ON true
      )`,
  });
