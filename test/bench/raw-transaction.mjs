import pg from 'pg';

/** A pupil who takes no other part. */
const PUPIL = 'eleve28@example.com';

/**
 * The reference for storing: one transaction that writes the rows of an import into the same tables, one statement a
 * row, on a connection that does nothing else.
 */
export class RawTransaction {
  #client;
  #personId;

  /**
   * @param {pg.Client} client
   * @param {string} personId
   */
  constructor(client, personId) {
    this.#client = client;
    this.#personId = personId;
  }

  /** @param {string} databaseUrl */
  static async open(databaseUrl) {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query('SELECT id FROM person WHERE email = $1', [PUPIL]);
    return new RawTransaction(client, rows[0].id);
  }

  /**
   * Milliseconds from BEGIN until COMMIT is answered.
   * @param {{ collectionId: string, code: string }} turn
   */
  async once({ collectionId, code }) {
    const codeRow = code.replace('-', '');
    await this.#forget(collectionId, codeRow);
    const person = this.#personId;
    const began = performance.now();
    await this.#client.query('BEGIN');
    await this.#client.query(
      `INSERT INTO library_entry (person_id, collection_id, role, message, added_at)
       VALUES ($1, $2, 'follower', 'Bonne lecture', now())`,
      [person, collectionId],
    );
    await this.#client.query(
      'INSERT INTO share_code_use (code, person_id, used_at) VALUES ($1, $2, now())',
      [codeRow, person],
    );
    await this.#client.query('UPDATE share_code SET uses = uses + 1 WHERE code = $1', [codeRow]);
    const { rows } = await this.#client.query(
      'UPDATE user_stream SET last_seq = last_seq + 1 WHERE user_id = $1 RETURNING last_seq',
      [person],
    );
    await this.#client.query(
      `INSERT INTO user_event (user_id, seq, name, payload, body_key, at)
       VALUES ($1, $2, 'newCollection', $3, $4, now())`,
      [person, rows[0].last_seq, { role: 'follower', message: 'Bonne lecture' }, collectionId],
    );
    await this.#client.query('COMMIT');
    return performance.now() - began;
  }

  close() {
    return this.#client.end();
  }

  /**
   * @param {string} collectionId
   * @param {string} code
   */
  async #forget(collectionId, code) {
    await this.#client.query(
      'DELETE FROM library_entry WHERE person_id = $1 AND collection_id = $2',
      [this.#personId, collectionId],
    );
    await this.#client.query('DELETE FROM share_code_use WHERE person_id = $1 AND code = $2', [
      this.#personId,
      code,
    ]);
  }
}
