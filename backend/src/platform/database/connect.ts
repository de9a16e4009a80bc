import { Client } from 'pg';
import { ConfigError } from '../../config/config';

/** A connection of its own, for work that takes long or holds a lock; Postgres shows it under that name. Throws {@link ConfigError}. */
export async function connect(databaseUrl: string, applicationName: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, application_name: applicationName });
  // A connection that breaks fails the query that waits on it; without a listener it would end the process as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `DATABASE_URL: no connection (${code ?? message}). Is Postgres running there, and are user and password right?`,
    );
  }
  return client;
}
