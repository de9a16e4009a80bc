import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountsService } from '../accounts/accounts.service';
import { PasswordHasher } from '../accounts/password-hasher';
import type { Person } from '../accounts/person.entity';
import { ClassesService } from '../classes/classes.service';
import { CollectionsService } from '../collections/collections.service';
import { FollowingService } from '../collections/library/following.service';
import { demoCollections } from './content/collections';
import { DEMO_CLASS, demoPeople } from './content/people';

/** Any number that no other program takes an advisory lock on; instances that start together load the demo once. */
const DEMO_LOCK = 7_264_902;

/** Loads the demo school into a database in which there is nobody yet. */
@Injectable()
export class DemoService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountsService,
    private readonly hasher: PasswordHasher,
    private readonly classes: ClassesService,
    private readonly collections: CollectionsService,
    private readonly following: FollowingService,
  ) {}

  /** Returns false, and changes nothing, when there are people. */
  async load(password: string): Promise<boolean> {
    const people = await this.createPeople(await this.hasher.hash(password));
    if (people.size === 0) return false;
    const teacher = this.one(people, ({ role }) => role === 'teacher');
    const ids = new Map<string, string>();
    for (const { title, description, cards } of demoCollections) {
      ids.set(title, (await this.collections.create(teacher, { title, description, cards })).id);
    }
    for (const { email, followed } of demoPeople) {
      for (const title of followed ?? []) {
        const person = this.one(people, (p) => p.email === email);
        await this.following.give(person.id, ids.get(title) ?? '');
      }
    }
    return true;
  }

  private createPeople(passwordHash: string): Promise<Map<string, Person>> {
    return this.dataSource.transaction(async (db) => {
      await db.query('SELECT pg_advisory_xact_lock($1)', [DEMO_LOCK]);
      const created = new Map<string, Person>();
      if (await this.accounts.anyone(db)) return created;
      for (const { email, displayName, role } of demoPeople) {
        created.set(
          email,
          await this.accounts.create(db, { email, displayName, role, passwordHash }, {}),
        );
      }
      const members = [...created.values()].flatMap(({ id, role }) =>
        role === 'admin' ? [] : [id],
      );
      await this.classes.form(db, DEMO_CLASS, members);
      return created;
    });
  }

  private one(people: Map<string, Person>, wanted: (person: Person) => boolean): Person {
    const found = [...people.values()].find(wanted);
    if (!found) throw new Error('the demo data names a person that it does not hold');
    return found;
  }
}
