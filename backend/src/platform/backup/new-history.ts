import { connect } from '../database/connect';

/**
 * To be called when the database has gone back to an older state: clients that know of events which have not happened any
 * more, or have other numbers, are told to begin anew (`reset`), and everybody signs in again. One statement; returns the
 * new epoch as its row.
 */
export const BEGIN_NEW_HISTORY = `
  WITH ended AS (DELETE FROM session)
  UPDATE journal_meta SET epoch = gen_random_uuid() RETURNING epoch`;

/** The same for a database that was restored by other means. Returns the new epoch. */
export async function rotateEpoch(databaseUrl: string): Promise<string> {
  const db = await connect(databaseUrl, 'cartable restore');
  try {
    const { rows } = await db.query<{ epoch: string }>(BEGIN_NEW_HISTORY);
    if (!rows[0]) throw new Error('journal_meta is empty');
    return rows[0].epoch;
  } finally {
    await db.end();
  }
}
