import { Client, ClientConfig } from 'pg';
import { DataSource, DataSourceOptions } from 'typeorm';
import { migrations } from './migrations';
import { SnakeNaming } from './snake-naming';

const POOL = 20;

/** A network that swallows an answer must not keep a connection for ever. */
const QUERY_MS = 20_000;

/**
 * Between the moment in which the pool hands a connection over and the one in which TypeORM listens to it, nobody does; Postgres may end
 * it just then (a restart, `pg_terminate_backend`), and an error that nobody hears ends the process. Whoever waits for the connection is
 * told all the same: their query fails.
 */
class HeardClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** How the application reaches its Postgres. The schema comes from migrations only. */
export const dataSourceOptions = (url: string): DataSourceOptions => ({
  type: 'postgres',
  url,
  migrations,
  namingStrategy: new SnakeNaming(),
  // `gen_random_uuid()`, which Postgres has without an extension since version 13.
  uuidExtension: 'pgcrypto',
  installExtensions: false,
  synchronize: false,
  migrationsRun: false,
  migrationsTransactionMode: 'each',
  poolSize: POOL,
  applicationName: 'cartable',
  logging: false,
  extra: {
    Client: HeardClient,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    query_timeout: QUERY_MS,
    idle_in_transaction_session_timeout: QUERY_MS,
  },
});

/** For migrations, which take as long as they take. */
export const patientDataSource = (url: string) =>
  new DataSource({ ...dataSourceOptions(url), extra: { Client: HeardClient } });
