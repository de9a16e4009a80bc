import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../backend/src/platform/embedded-postgres/embedded-postgres';

/** Asks the database of the server that the browser tests use: for what it would take a test too long to bring about by hand. */
export async function inTheDatabase<T extends object>(
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const dataDir = path.join(process.env.CARTABLE_DATA_DIR ?? '', 'postgres');
  // It runs already, and is only found; the server stops it.
  const { url } = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** People with the password of the demo school, in no class. */
export async function enrols(emails: readonly string[], role: 'student' | 'admin'): Promise<void> {
  await inTheDatabase(
    `WITH fresh AS (
       INSERT INTO person (email, display_name, role, password_hash)
       SELECT email, initcap(split_part(email, '@', 1)), $2, (SELECT password_hash FROM person WHERE email = 'eleve01@example.com')
       FROM unnest($1::text[]) AS email ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO user_stream (user_id) SELECT id FROM fresh`,
    [emails, role],
  );
}
