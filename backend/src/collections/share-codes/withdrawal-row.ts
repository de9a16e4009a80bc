import type { EntityManager } from 'typeorm';
import { formatShareCode, limits, Withdrawal } from '@cartable/contract';
import { Problem } from '../../platform/problems/problem';

export interface WithdrawalRow {
  id: string;
  code: string;
  collectionId: string;
  title: string;
  reason: string;
  people: number;
  by: string | null;
  at: Date;
  until: Date;
  undoneAt: Date | null;
}

export const WITHDRAWALS = `SELECT w.id, w.code, w.collection_id AS "collectionId", c.title, w.reason, w.people, p.display_name AS by, w.at,
    w.at + make_interval(hours => ${limits.undoHours}) AS until, w.undone_at AS "undoneAt"
  FROM withdrawal AS w JOIN collection AS c ON c.id = w.collection_id LEFT JOIN person AS p ON p.id = w.actor_id`;

export const withdrawalOf = ({ at, until, undoneAt, code, ...row }: WithdrawalRow): Withdrawal => ({
  ...row,
  code: formatShareCode(code),
  at: at.toISOString(),
  undoableUntil: until.toISOString(),
  undoneAt: undoneAt?.toISOString() ?? null,
});

/** Throws `not-found`. */
export async function readWithdrawal(db: EntityManager, id: string): Promise<Withdrawal> {
  const [row] = await db.query<WithdrawalRow[]>(`${WITHDRAWALS} WHERE w.id = $1`, [id]);
  if (!row) throw new Problem('not-found');
  return withdrawalOf(row);
}
