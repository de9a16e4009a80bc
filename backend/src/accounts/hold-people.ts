import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/audit/audit.service';
import { Problem } from '../platform/problems/problem';

interface Held {
  id: string;
  administers: boolean;
}

/** Holds accounts until the transaction ends, in the order of ids: who holds both never waits for who holds one. */
export function holdPeople(db: EntityManager, ids: readonly string[]): Promise<Held[]> {
  return db.query(
    `SELECT id, role = 'admin' AND disabled_at IS NULL AS administers
     FROM person WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    [ids],
  );
}

/**
 * Holds the accounts of who acts and of whom it is done to until the transaction ends. Of two administrators who put each other out
 * in the same moment one stays: the other no longer may (`forbidden`). The command line always may.
 */
export async function holdForAct(db: EntityManager, by: Actor, personId: string): Promise<void> {
  if (by.id === undefined) return;
  const held = await holdPeople(db, [by.id, personId]);
  if (!held.some(({ id, administers }) => id === by.id && administers)) {
    throw new Problem('forbidden');
  }
}
