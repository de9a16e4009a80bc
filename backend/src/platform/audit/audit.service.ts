import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditAct, AuditSubject } from '@cartable/contract';

/** Who acts: a person with a session, from an address. Neither is known of the command line. */
export interface Actor {
  id?: string;
  address?: string;
}

export interface AuditEntry {
  act: AuditAct;
  by: Actor;
  on?: { kind: AuditSubject; id: string };
  details?: Record<string, unknown>;
}

/** Writes down what was done. */
@Injectable()
export class AuditService {
  /** As part of the transaction that does it: neither is there without the other. */
  async record(db: EntityManager, ...entries: AuditEntry[]): Promise<void> {
    const rows = entries.map(rowOf);
    // However many: a query takes 65,535 values, and an array is one.
    await db.query(
      `INSERT INTO audit_entry (act, actor_id, address, subject_kind, subject_id, details)
       SELECT * FROM unnest($1::text[], $2::uuid[], $3::inet[], $4::text[], $5::text[], $6::jsonb[])`,
      [
        rows.map(({ act }) => act),
        rows.map(({ actorId }) => actorId),
        rows.map(({ address }) => address),
        rows.map(({ subjectKind }) => subjectKind),
        rows.map(({ subjectId }) => subjectId),
        rows.map(({ details }) => JSON.stringify(details)),
      ],
    );
  }

  /** No more of the same from the same than that: who tries again and again shall not fill the audit. */
  async recordAtMost(
    db: EntityManager,
    { most, seconds }: { most: number; seconds: number },
    entry: Omit<AuditEntry, 'on'>,
  ): Promise<void> {
    const { act, actorId, address, details } = rowOf(entry);
    await db.query(
      `INSERT INTO audit_entry (act, actor_id, address, details) SELECT $1, $2::uuid, $3::inet, $4::jsonb
       WHERE $5 > (SELECT count(*) FROM (
         SELECT FROM audit_entry
         WHERE act = $1 AND at > now() - make_interval(secs => $6)
           AND actor_id IS NOT DISTINCT FROM $2 AND details = $4 LIMIT $5) AS same)`,
      [act, actorId, address, details, most, seconds],
    );
  }

  /** A person is being erased: of what they did, and of what was done to them, ids remain. */
  async forgetAddresses(db: EntityManager, personId: string): Promise<void> {
    await db.query(`SELECT set_config('cartable.audit', 'erasure of ' || $1, true)`, [personId]);
    await db.query(
      `UPDATE audit_entry SET address = NULL
       WHERE address IS NOT NULL AND (actor_id = $1 OR (subject_kind = 'person' AND subject_id = $1::text AND actor_id IS NULL))`,
      [personId],
    );
    await db.query(`SELECT set_config('cartable.audit', '', true)`);
  }
}

const rowOf = ({ act, by, on, details = {} }: AuditEntry) => ({
  act,
  actorId: by.id ?? null,
  address: by.address ?? null,
  subjectKind: on?.kind ?? null,
  subjectId: on?.id ?? null,
  details,
});
