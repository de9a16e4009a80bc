import { DataSource, DataSourceOptions } from 'typeorm';
import { migrations } from './migrations';
import { SnakeNaming } from './snake-naming';

const POOL = 20;

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
  extra: { connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000 },
});

export const newDataSource = (url: string) => new DataSource(dataSourceOptions(url));
