import type { DataSource } from 'typeorm';

/** Everything in the database that holds one of these words, with its table. */
export async function tracesOf(database: DataSource, words: string[]): Promise<string[]> {
  const tables = await database.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'migrations'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query<{ row: string }[]>(
      `SELECT row_to_json(t)::text AS row FROM "${name}" AS t`,
    );
    for (const { row } of rows) {
      if (words.some((word) => row.includes(word))) found.push(`${name}: ${row}`);
    }
  }
  return found;
}
