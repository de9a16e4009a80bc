import type { Prepared } from '../database/prepared';

/** What an act leaves for the journal: a row of `told` for the one stream that hears of it. */
interface Act {
  /** Names the statement. */
  name: string;
  /**
   * CTEs, of which the last is `told`: `person_id`, `payload` (null: the act fails as a whole), `body_key` and `notice`, and
   * whatever else is to be returned. A CTE that reads another runs after it, which makes the order of locks.
   */
  ctes: string;
}

/**
 * An act and its event in one statement, which is one transaction: it commits or rolls back as a whole in a single round trip.
 * No row: nothing was done. `$1` is the event's name. Stream heads are locked last, as docs/decisions/0003 says.
 */
export const actAndEvent = ({ name, ctes }: Act): Prepared => ({
  name,
  text: `
    WITH ${ctes}, numbered AS (
      UPDATE user_stream AS s SET last_seq = s.last_seq + 1 FROM told
      WHERE s.user_id = told.person_id RETURNING s.user_id, s.last_seq
    ), written AS (
      INSERT INTO user_event (user_id, seq, name, payload, body_key, notice, at)
      SELECT n.user_id, n.last_seq, $1, t.payload, t.body_key, t.notice, date_trunc('milliseconds', clock_timestamp())
      FROM told AS t JOIN numbered AS n ON n.user_id = t.person_id
      RETURNING seq, at
    )
    SELECT t.*, w.seq, w.at, m.epoch FROM told AS t, written AS w, journal_meta AS m`,
});
