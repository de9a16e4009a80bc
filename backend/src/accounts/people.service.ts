import { Injectable, Logger } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { NewPersonBody, PersonPatch } from '@cartable/contract';
import { Actor, AuditService } from '../platform/audit/audit.service';
import { isTaken } from '../platform/database/unique';
import { Problem } from '../platform/problems/problem';
import { AccountAdministration } from './account-administration';
import { NOBODY } from './account-erasure.service';
import { AccountsService } from './accounts.service';
import { drawFirstPassword, firstPasswordEnd } from './first-password';
import { holdForAct } from './hold-people';
import { LoginNames } from './login-names';
import { PasswordHasher } from './password-hasher';
import { Person } from './person.entity';
import { SessionsService } from './sessions.service';

/** What people `p` are listed by, and then by id; `sort_name` of the database alone decides. */
export const SORT_NAME = 'sort_name(p.display_name, p.family_name) COLLATE "C"';
/** The words by which people `p` are found. */
export const NAME_WORDS = `plain_words(p.display_name || ' ' || COALESCE(p.family_name, ''))`;

const on = (id: string) => ({ kind: 'person' as const, id });

export interface WithFirstPassword {
  id: string;
  password: string;
  until: Date;
}

/** What administrators do with accounts, one at a time. */
@Injectable()
export class PeopleService {
  private readonly logger = new Logger(PeopleService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly hasher: PasswordHasher,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly logins: LoginNames,
    private readonly administration: AccountAdministration,
    private readonly audit: AuditService,
  ) {}

  /** Makes an account with a first password. Throws `name-taken`. */
  async create(body: NewPersonBody, by: Actor): Promise<WithFirstPassword> {
    const password = drawFirstPassword();
    const until = firstPasswordEnd();
    const passwordHash = await this.hasher.hashDrawn(password);
    const id = await this.unlessTaken(() =>
      this.dataSource.transaction(async (db) => {
        const { displayName, familyName, role, email = null } = body;
        const login =
          body.login ??
          (email === null
            ? await this.logins.free(db, [displayName]).then(([login]) => login)
            : null);
        const names = { email, login, displayName, familyName };
        const given = { passwordHash, firstPasswordUntil: until };
        return (await this.accounts.create(db, { ...names, role, ...given }, by)).id;
      }),
    );
    this.logger.log({ userId: id }, 'account made');
    return { id, password, until };
  }

  /** All of it or nothing. Throws `not-found`, `name-taken`, `forbidden`, `own-account` for a role or an end of one's own. */
  async change(id: string, patch: PersonPatch, by: Actor): Promise<void> {
    const { role, disabled, ...names } = patch;
    if (id === by.id && (role !== undefined || disabled === true)) throw new Problem('own-account');
    const ended = await this.unlessTaken(() =>
      this.dataSource.transaction(async (db) => {
        await holdForAct(db, by, id);
        const before = await this.find(db, id);
        await this.rename(db, before, names, by);
        const decision = {
          role: role === before.role ? undefined : role,
          disabled: disabled === (before.disabledAt !== null) ? undefined : disabled,
        };
        return this.administration.decideIn(db, id, decision, by);
      }),
    );
    this.administration.announce(id, ended);
  }

  /** A new first password; whoever had the old one is out. Throws `not-found`. */
  async resetPassword(id: string, by: Actor): Promise<WithFirstPassword> {
    await this.find(this.dataSource.manager, id);
    const password = drawFirstPassword();
    const until = firstPasswordEnd();
    const passwordHash = await this.hasher.hashDrawn(password);
    const ended = await this.dataSource.transaction(async (db) => {
      await db.update(Person, id, { passwordHash, firstPasswordUntil: until });
      await this.audit.record(db, { act: 'person.password-reset', by, on: on(id) });
      return this.sessions.endAll(db, id, 'password-changed');
    });
    this.sessions.announce(ended);
    this.logger.log({ userId: id }, 'password reset');
    return { id, password, until };
  }

  /** Signs out everywhere; returns how many sessions that were. Throws `not-found`. */
  async signOut(id: string, by: Actor): Promise<number> {
    await this.find(this.dataSource.manager, id);
    const ended = await this.dataSource.transaction(async (db) => {
      await this.audit.record(db, { act: 'person.signed-out', by, on: on(id) });
      return this.sessions.endAll(db, id, 'signed-out');
    });
    this.sessions.announce(ended);
    return ended.length;
  }

  private async find(db: EntityManager, id: string): Promise<Person> {
    const person = await db.findOneBy(Person, { id });
    if (!person || id === NOBODY.id) throw new Problem('not-found');
    return person;
  }

  private async rename(
    db: EntityManager,
    { id, email, login }: Person,
    names: Omit<PersonPatch, 'role' | 'disabled'>,
    by: Actor,
  ): Promise<void> {
    const changed = Object.keys(names);
    if (changed.length === 0) return;
    const after = { email, login, ...names };
    if (after.email === null && after.login === null) {
      throw new Problem('validation-failed', { errors: [{ path: 'login', reason: 'required' }] });
    }
    // Which, not into what: the audit holds neither names nor addresses.
    const details = Object.fromEntries(changed.map((name) => [name, 'changed']));
    await db.update(Person, id, names);
    await this.audit.record(db, { act: 'person.changed', by, on: on(id), details });
  }

  /** The database decides who was first. */
  private async unlessTaken<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw isTaken(error) ? new Problem('name-taken') : error;
    }
  }
}
