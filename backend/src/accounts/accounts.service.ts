import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { EntityManager, Repository } from 'typeorm';
import type { LoginBody, Me, MePatch, Role } from '@cartable/contract';
import { AttemptsService } from '../platform/attempts/attempts.service';
import { Actor, AuditService } from '../platform/audit/audit.service';
import type { Principal } from '../platform/identity/principal';
import { JournalService } from '../platform/journal/journal.service';
import { Problem } from '../platform/problems/problem';
import { meOf } from './me-of';
import { PasswordHasher } from './password-hasher';
import { Person } from './person.entity';
import { SessionsService } from './sessions.service';
import { signInSubject } from './sign-in-subject';

/** Names that nobody has can be tried without end. */
const OF_STRANGERS = { most: 60, seconds: 60 };

export interface NewPerson {
  email: string | null;
  login?: string | null;
  firstPasswordUntil?: Date;
  displayName: string;
  familyName?: string;
  role: Role;
  passwordHash: string;
}

/** People: who they are, their passwords, what they may change about themselves. */
@Injectable()
export class AccountsService {
  private readonly logger = new Logger(AccountsService.name);

  constructor(
    @InjectRepository(Person) private readonly people: Repository<Person>,
    private readonly hasher: PasswordHasher,
    private readonly attempts: AttemptsService,
    private readonly journal: JournalService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * The person with these credentials; `wrong-credentials` in the same time whether the name is known or not,
   * `first-password-over` for one who did not come in time.
   */
  async identify({ email, password }: LoginBody, from: Actor): Promise<Person> {
    const typed = email.toLowerCase();
    const subject = signInSubject(typed);
    await this.attempts.admit(this.people.manager, subject);
    const named = typed.includes('@') ? { email: typed } : { login: typed };
    const person = await this.people.findOneBy(named);
    const right = await this.hasher.verify(person?.passwordHash ?? null, password);
    const because = refusal(person, right);
    const wait = await this.attempts.settle(this.people.manager, subject, because === null);
    if (!person || because) {
      this.logger.warn({ userId: person?.id }, 'sign-in refused');
      await this.writeDown(person, { because, wait }, from);
      throw new Problem(because === 'expired' ? 'first-password-over' : 'wrong-credentials');
    }
    this.logger.log({ userId: person.id }, 'signed in');
    return person;
  }

  async change(me: Principal, { password, ...patch }: MePatch, by: Actor): Promise<Me> {
    if (password) await this.changePassword(me, password, by);
    if (Object.keys(patch).length > 0) await this.people.update(me.id, patch);
    return this.me(me.id);
  }

  /** A person as that person sees it. */
  async me(personId: string): Promise<Me> {
    return meOf(await this.standing(personId));
  }

  /** Who has a session may be erased in that very moment: then it is over (`session-ended`). */
  private async standing(id: string): Promise<Person> {
    const person = await this.people.findOneBy({ id });
    if (!person) throw new Problem('session-ended');
    return person;
  }

  /** Adds a person and opens their stream. */
  async create(db: EntityManager, fresh: NewPerson, by: Actor): Promise<Person> {
    const person = await db.save(Person, db.create(Person, { locale: 'fr', ...fresh }));
    await this.journal.openStream(db, person.id);
    const { id, role } = person;
    await this.audit.record(db, { act: 'person.created', by, on: about(id), details: { role } });
    return person;
  }

  /** Whether there is anybody yet. */
  anyone(db: EntityManager): Promise<boolean> {
    return db.exists(Person);
  }

  isTaken(db: EntityManager, email: string): Promise<boolean> {
    return db.existsBy(Person, { email });
  }

  byEmail(email: string): Promise<Person | null> {
    return this.people.findOneBy({ email });
  }

  /** Replaces a password that was given by one of the person's own: once, whoever else has the card (`wrong-credentials`). */
  async choosePassword(person: Person, next: string, from: Actor): Promise<Person> {
    const chosen = { passwordHash: await this.hasher.hash(next), firstPasswordUntil: null };
    const by = { ...from, id: person.id };
    const isDone = await this.people.manager.transaction((db) =>
      this.replacePassword(db, person, chosen, by),
    );
    if (!isDone) throw new Problem('wrong-credentials');
    return { ...person, ...chosen };
  }

  /** Who is kept waiting is answered without a look at the password: what they try then is no entry of its own. */
  private async writeDown(
    person: Person | null,
    { because, wait }: { because: string | null; wait: number },
    { address }: Actor,
  ): Promise<void> {
    const refused = { act: 'session.refused', by: { address } } as const;
    const db = this.people.manager;
    if (person) {
      const details = { because, ...(wait > 0 && { wait }) };
      await this.audit.record(db, { ...refused, on: about(person.id), details });
    } else {
      // Not for how long: each of that would be another entry, with a bound of its own.
      await this.audit.recordAtMost(db, OF_STRANGERS, { ...refused, details: { because } });
    }
  }

  private async changePassword(
    me: Principal,
    { current, next }: NonNullable<MePatch['password']>,
    by: Actor,
  ): Promise<void> {
    const subject = `password:${me.id}`;
    await this.attempts.admit(this.people.manager, subject);
    const person = await this.standing(me.id);
    const right = await this.hasher.verify(person.passwordHash, current);
    await this.attempts.settle(this.people.manager, subject, right);
    if (!right) throw new Problem('wrong-password');
    const passwordHash = await this.hasher.hash(next);
    const ended = await this.people.manager.transaction(async (db) => {
      const isDone = await this.replacePassword(db, person, { passwordHash }, by);
      if (!isDone) throw new Problem('wrong-password');
      return this.sessions.endOthers(db, me.id, me.sessionId, 'password-changed');
    });
    this.sessions.announce(ended);
  }

  /** False, and nothing changed, if the password that was checked is no longer the one: an administrator has made another. */
  private async replacePassword(
    db: EntityManager,
    { id, passwordHash }: Person,
    next: Pick<Person, 'passwordHash'> & Partial<Person>,
    by: Actor,
  ): Promise<boolean> {
    const { affected } = await db.update(Person, { id, passwordHash }, next);
    if (affected !== 1) return false;
    await this.audit.record(db, { act: 'person.password-changed', by, on: about(id) });
    return true;
  }
}

const about = (id: string) => ({ kind: 'person' as const, id });

/** Null when there is nothing against letting them in. */
function refusal(person: Person | null, right: boolean) {
  if (!person) return 'unknown';
  if (!right) return 'wrong-password';
  if (person.disabledAt) return 'disabled';
  const until = person.firstPasswordUntil;
  return until && until.getTime() < Date.now() ? 'expired' : null;
}
