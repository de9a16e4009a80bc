import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditAct, AuditSubject } from '@cartable/contract';
import { AuditEntity } from './audit.entity';

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
  async record(db: EntityManager, { act, by, on, details = {} }: AuditEntry): Promise<void> {
    await db.insert(AuditEntity, {
      act,
      actorId: by.id ?? null,
      address: by.address ?? null,
      subjectKind: on?.kind ?? null,
      subjectId: on?.id ?? null,
      details,
    });
  }
}
