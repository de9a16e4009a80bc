import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Role, SessionEnd } from '@cartable/contract';
import { Person } from './person.entity';
import { SessionsService } from './sessions.service';

type Change = Partial<Pick<Person, 'role' | 'disabledAt'>>;

/** What others decide about an account. Each takes effect at once: the sessions that stood before are over. */
@Injectable()
export class AccountAdministration {
  private readonly logger = new Logger(AccountAdministration.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionsService,
  ) {}

  /** Nothing of theirs is lost; they can't sign in. */
  disable(personId: string): Promise<void> {
    return this.change(personId, { disabledAt: new Date() }, 'account-disabled');
  }

  async enable(personId: string): Promise<void> {
    await this.dataSource.manager.update(Person, personId, { disabledAt: null });
    this.logger.log({ userId: personId }, 'account enabled');
  }

  setRole(personId: string, role: Role): Promise<void> {
    return this.change(personId, { role }, 'role-changed');
  }

  private async change(personId: string, change: Change, because: SessionEnd): Promise<void> {
    const ended = await this.dataSource.transaction(async (db) => {
      await db.update(Person, personId, change);
      return this.sessions.endAll(db, personId, because);
    });
    this.sessions.announce(ended);
    this.logger.log({ userId: personId, because }, 'account changed');
  }
}
