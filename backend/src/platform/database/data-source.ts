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
  synchronize: false,
  migrationsRun: false,
  migrationsTransactionMode: 'each',
  poolSize: POOL,
  applicationName: 'cartable',
  logging: false,
  extra: { connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000 },
});

export const newDataSource = (url: string) => new DataSource(dataSourceOptions(url));
