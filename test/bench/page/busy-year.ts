import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Shared } from '../ground/content';

interface Row {
  name: string;
  payload: object;
}

const NOW = new Date().toISOString();
const cardOf = (rev: number) => ({
  id: randomUUID(),
  front: `Question, révision ${rev}`,
  back: 'Réponse, relue et corrigée en classe.',
  position: 1_024,
  rev,
});

/**
 * Appends `count` events to a pupil's stream, straight in the database: of ten, eight edits of cards, one collection
 * that comes and goes again. At the end the list is what it was. Returns the last event's number.
 */
export async function appendBusyYear(
  db: Pool,
  personId: string,
  known: readonly Shared[],
  count: number,
): Promise<number> {
  const { rows: revs } = await db.query<{ id: string; rev: number }>(
    'SELECT id, rev FROM collection WHERE id = ANY($1::uuid[])',
    [known.map(({ id }) => id)],
  );
  const events: Row[] = [];
  for (let edited = 0, ghost = ''; events.length < count;) {
    const place = events.length % 10;
    if (place < 8) events.push(edit(revs[edited++ % revs.length] as { id: string; rev: number }));
    else if (place === 8) events.push(arrival((ghost = randomUUID())));
    else events.push(removal(ghost));
  }
  const client = await db.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ first: number }>(
      `UPDATE user_stream SET last_seq = last_seq + $2 WHERE user_id = $1 RETURNING last_seq - $2 AS first`,
      [personId, events.length],
    );
    const first = rows[0]?.first ?? 0;
    await client.query(
      `INSERT INTO user_event (user_id, seq, name, payload, at)
       SELECT $1, $2 + n, name, payload::jsonb, date_trunc('milliseconds', now())
       FROM unnest($3::text[], $4::text[]) WITH ORDINALITY AS u(name, payload, n)`,
      [
        personId,
        first,
        events.map(({ name }) => name),
        events.map(({ payload }) => JSON.stringify(payload)),
      ],
    );
    await client.query(
      `UPDATE collection AS c SET rev = u.rev FROM unnest($1::uuid[], $2::int[]) AS u(id, rev) WHERE c.id = u.id`,
      [revs.map(({ id }) => id), revs.map(({ rev }) => rev)],
    );
    await client.query('COMMIT');
    return first + events.length;
  } finally {
    client.release();
  }
}

function edit(collection: { id: string; rev: number }): Row {
  collection.rev += 1;
  const { id: collectionId, rev } = collection;
  const cards = [cardOf(rev)];
  const payload = { collectionId, rev, cardCount: 50, updatedAt: NOW, cards, removed: [] };
  return { name: 'collectionUpdated', payload };
}

function arrival(id: string): Row {
  const collection = {
    id,
    title: 'Vocabulaire du jour',
    description: '',
    owner: { id: randomUUID(), displayName: 'Mme Martin' },
    cardCount: 10,
    rev: 1,
    frozen: false,
    updatedAt: NOW,
    cards: Array.from({ length: 10 }, () => cardOf(1)),
  };
  return {
    name: 'newCollection',
    payload: { collection, role: 'follower', addedAt: NOW, message: '' },
  };
}

const removal = (collectionId: string): Row => ({
  name: 'collectionRemoved',
  payload: { collectionId, title: 'Vocabulaire du jour', by: 'Mme Martin', reason: 'left' },
});
