import DataLoader from 'dataloader';

/** More than wait at a time for their turn anyway. */
const MOST = 100;

/**
 * One query for all who ask within one turn of the event loop, where each would send a query of its own: when a school
 * comes back after a restart, a round trip to Postgres costs more than what it asks. `read` answers in the order of its keys. Nothing is
 * kept: who asks later is told what is so then.
 */
export function batched<Key, Answer>(
  read: (keys: readonly Key[]) => Promise<readonly Answer[]>,
): (key: Key) => Promise<Answer> {
  const loader = new DataLoader<Key, Answer>(read, {
    cache: false,
    maxBatchSize: MOST,
    batchScheduleFn: (run) => void setImmediate(run),
  });
  return (key) => loader.load(key);
}
