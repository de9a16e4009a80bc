import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Somebody who is to be named nowhere, and under which name what they leave goes on. */
export interface Forgotten {
  personId: string;
  displayName: string;
  /** Their collections that stay, from now on of `heir`. */
  kept: readonly string[];
  /** Keys of bodies that go altogether: what they wrote and take with them. */
  gone: readonly string[];
  heir: { id: string; displayName: string };
}

/** Events from before owners' ids were written down have the name only. */
const REMOVALS = `name = 'collectionRemoved' AND COALESCE(payload ->> 'ownerId', payload ->> 'by') IN ($1, $2)`;

/** Where a person is named; `$1` is their id, `$2` their name. */
export const JOURNAL_TRACES = {
  bodies: `SELECT key, body #>> '{collection,id}' AS "collectionId" FROM event_body WHERE body #>> '{collection,owner,id}' = $1`,
  removals: `SELECT user_id FROM user_event WHERE ${REMOVALS}`,
} as const;

/**
 * Takes a person out of the journal. Streams stay gapless: what told of collections that are gone becomes a `tombstone` in the same
 * place; what others still need, so that a device that was away comes to the right state, stays and names nobody.
 */
@Injectable()
export class JournalErasure {
  /** Whose streams hold something of it, besides the person's own: lock their heads before {@link forget}. */
  async touched(db: EntityManager, about: Forgotten): Promise<string[]> {
    const { still, dead } = await this.bodies(db, about);
    const rows = await db.query<{ id: string }[]>(
      `SELECT user_id AS id FROM user_event WHERE body_key = ANY($3)
       UNION ${JOURNAL_TRACES.removals}`,
      [about.personId, about.displayName, [...still, ...dead]],
    );
    return rows.map(({ id }) => id).filter((id) => id !== about.personId);
  }

  /** Returns how many events of others named the person, or told of what is gone. */
  async forget(db: EntityManager, about: Forgotten): Promise<number> {
    const { personId, displayName, heir } = about;
    await db.query('DELETE FROM user_event WHERE user_id = $1', [personId]);
    await db.query('DELETE FROM user_stream WHERE user_id = $1', [personId]);
    const { still, dead } = await this.bodies(db, about);
    const [buried] = await db.query<[unknown[]]>(
      `UPDATE user_event SET name = 'tombstone', payload = '{}', body_key = NULL, notice = NULL
       WHERE body_key = ANY($1) RETURNING 1`,
      [dead],
    );
    await db.query('DELETE FROM event_body WHERE key = ANY($1)', [dead]);
    await db.query(
      `UPDATE event_body SET body = jsonb_set(body, '{collection,owner}', $2::jsonb) WHERE key = ANY($1)`,
      [still, JSON.stringify(heir)],
    );
    const [renamed] = await db.query<[unknown[]]>(
      `UPDATE user_event SET notice = notice || jsonb_build_object('by', $2::text)
       WHERE body_key = ANY($1) RETURNING 1`,
      [still, heir.displayName],
    );
    const [unsigned] = await db.query<[unknown[]]>(
      `UPDATE user_event SET payload = (payload - 'ownerId') || '{"by":""}', notice = notice || '{"by":""}'
       WHERE ${REMOVALS} RETURNING 1`,
      [personId, displayName],
    );
    return buried.length + renamed.length + unsigned.length;
  }

  private async bodies(db: EntityManager, { personId, kept, gone }: Forgotten) {
    const named = await db.query<{ key: string; collectionId: string }[]>(JOURNAL_TRACES.bodies, [
      personId,
    ]);
    const stands = ({ collectionId }: { collectionId: string }) => kept.includes(collectionId);
    const keysOf = (bodies: typeof named) => bodies.map(({ key }) => key);
    return {
      still: keysOf(named.filter(stands)),
      dead: [...new Set([...keysOf(named.filter((body) => !stands(body))), ...gone])],
    };
  }
}
