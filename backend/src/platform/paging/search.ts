import type { DataSource } from 'typeorm';

/** What is looked for among rows. `names` are the parameters of the query that stand for what was typed. */
export interface Search {
  /** The key of a row. */
  key: string;
  /** The keys of what matches: queries that go by an index each. */
  branches: (names: readonly string[]) => string[];
  /** Whether a row matches. */
  asks: (names: readonly string[]) => string;
  /** So many are sorted in no time once they are found. Of more, rows are read in their order until a page is full. */
  sorted: number;
  /** Where more than so many match, a page is full soon if each row is asked: to find all of them first would cost more. */
  lookedUp: number;
}

const union = (queries: string[]) => queries.map((query) => `(${query})`).join(' UNION ALL ');

/**
 * A condition on the rows of a list, in the cheapest form for as many as match (docs/decisions/0015); `given` takes the values and names
 * them.
 */
export async function matching(
  db: DataSource,
  { key, branches, asks, sorted, lookedUp }: Search,
  values: readonly unknown[],
  given: (value: unknown) => string,
): Promise<string> {
  const first = branches(values.map((_, index) => `$${index + 1}`));
  const [found] = await db.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM (${union(first)} LIMIT ${lookedUp + 1}) AS m`,
    [...values],
  );
  const count = found?.count ?? 0;
  const names = values.map(given);
  if (count > lookedUp) return `(${asks(names)})`;
  const isOne = `${key} IN (${union(branches(names))})`;
  // That is no join to the planner: the keys are hashed, and each row that is read in order is looked up.
  return count > sorted ? `(${isOne}) IS TRUE` : isOne;
}
