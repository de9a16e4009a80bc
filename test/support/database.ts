import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

const OURS = /^cartable_test_[0-9a-f]{16}$/;

async function onCluster<T>(act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: clusterUrl() });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

function clusterUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('the global setup has not run');
  return url;
}

/** A new, empty database; returns its address. */
export async function createDatabase(): Promise<string> {
  const name = `cartable_test_${randomBytes(8).toString('hex')}`;
  await onCluster((client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(clusterUrl());
  url.pathname = name;
  return url.href;
}

/** Drops a database that {@link createDatabase} made; refuses any other. */
export async function dropDatabase(address: string): Promise<void> {
  const name = new URL(address).pathname.slice(1);
  if (!OURS.test(name)) throw new Error(`${name} was not made by a test: it stays`);
  await onCluster((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
}
