import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

/** A statement that Postgres plans once a connection: worth it for what is asked all the time. */
export interface Prepared {
  /** Different statements need different names, at most 63 bytes long. */
  name: string;
  text: string;
}

/** Runs it by itself (autocommit) on a connection of the pool. */
export async function runPrepared<Row extends QueryResultRow>(
  dataSource: DataSource,
  { name, text }: Prepared,
  values: unknown[],
): Promise<Row[]> {
  const pool = (dataSource.driver as unknown as { master: Pool }).master;
  const { rows } = await pool.query<Row>({ name, text, values });
  return rows;
}
