import { Injectable, Logger } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { Role } from '@cartable/contract';
import { Actor, AuditService } from '../platform/audit/audit.service';
import { EndedSession } from '../platform/identity/session-ended';
import { Person } from './person.entity';
import { SessionsService } from './sessions.service';

const about = (id: string) => ({ kind: 'person' as const, id });

/** What others decide about an account. */
export interface Decision {
  role?: Role;
  /** Nothing of theirs is lost; they can't sign in. */
  disabled?: boolean;
}

/** Decides about accounts. Each takes effect at once: the sessions that stood before are over. */
@Injectable()
export class AccountAdministration {
  private readonly logger = new Logger(AccountAdministration.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /** On the command line, by nobody. */
  async decide(personId: string, decision: Decision): Promise<void> {
    const ended = await this.dataSource.transaction((db) =>
      this.decideIn(db, personId, decision, {}),
    );
    this.announce(personId, ended);
  }

  /** In a transaction that holds the account. Give what it returns to {@link announce} after commit. */
  async decideIn(
    db: EntityManager,
    personId: string,
    { role, disabled }: Decision,
    by: Actor,
  ): Promise<EndedSession[]> {
    const on = about(personId);
    const ended: EndedSession[] = [];
    if (role !== undefined) {
      await db.update(Person, personId, { role });
      await this.audit.record(db, { act: 'person.role-changed', by, on, details: { role } });
      ended.push(...(await this.sessions.endAll(db, personId, 'role-changed')));
    }
    if (disabled === true) {
      await db.update(Person, personId, { disabledAt: new Date() });
      await this.audit.record(db, { act: 'person.disabled', by, on });
      ended.push(...(await this.sessions.endAll(db, personId, 'account-disabled')));
    }
    if (disabled === false) {
      await db.update(Person, personId, { disabledAt: null });
      await this.audit.record(db, { act: 'person.enabled', by, on });
    }
    return ended;
  }

  announce(personId: string, ended: readonly EndedSession[]): void {
    this.sessions.announce(ended);
    this.logger.log({ userId: personId }, 'account changed');
  }
}
