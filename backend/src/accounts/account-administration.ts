import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditAct, Role, SessionEnd } from '@cartable/contract';
import { Actor, AuditService } from '../platform/audit/audit.service';
import { holdForAct } from './hold-people';
import { Person } from './person.entity';
import { SessionsService } from './sessions.service';

const acts = {
  'role-changed': 'person.role-changed',
  'account-disabled': 'person.disabled',
} as const satisfies Partial<Record<SessionEnd, AuditAct>>;

const about = (id: string) => ({ kind: 'person' as const, id });

type Change = Partial<Pick<Person, 'role' | 'disabledAt'>>;

/**
 * What others decide about an account. Each takes effect at once: the sessions that stood before are over. `by` is nobody on the
 * command line.
 */
@Injectable()
export class AccountAdministration {
  private readonly logger = new Logger(AccountAdministration.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /** Nothing of theirs is lost; they can't sign in. */
  disable(personId: string, by: Actor = {}): Promise<void> {
    return this.change(personId, { disabledAt: new Date() }, 'account-disabled', by);
  }

  async enable(personId: string, by: Actor = {}): Promise<void> {
    await this.dataSource.transaction(async (db) => {
      await db.update(Person, personId, { disabledAt: null });
      await this.audit.record(db, { act: 'person.enabled', by, on: about(personId) });
    });
    this.logger.log({ userId: personId }, 'account enabled');
  }

  setRole(personId: string, role: Role, by: Actor = {}): Promise<void> {
    return this.change(personId, { role }, 'role-changed', by);
  }

  private async change(
    personId: string,
    change: Change,
    because: keyof typeof acts,
    by: Actor,
  ): Promise<void> {
    const ended = await this.dataSource.transaction(async (db) => {
      await holdForAct(db, by, personId);
      await db.update(Person, personId, change);
      const details = change.role ? { role: change.role } : {};
      await this.audit.record(db, { act: acts[because], by, on: about(personId), details });
      return this.sessions.endAll(db, personId, because);
    });
    this.sessions.announce(ended);
    this.logger.log({ userId: personId, because }, 'account changed');
  }
}
