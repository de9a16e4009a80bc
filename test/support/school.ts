import { randomBytes } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import type { Role } from '@cartable/contract';
import { AccountsService } from '../../backend/src/accounts/accounts.service';
import { PasswordHasher } from '../../backend/src/accounts/password-hasher';
import { Settings } from '../../backend/src/config/settings';
import { migrate } from '../../backend/src/platform/database/migrate';
import { createDatabase, dropDatabase } from './database';
import { Instance } from './instance';
import { Person } from './person';

const PASSWORD = 'one password for all of the test';

/** A running Cartable with a database of its own. */
export class School {
  private readonly people: Person[] = [];
  private readonly others: Instance[] = [];
  private count = 0;
  private passwordHash: Promise<string>;

  private constructor(
    private readonly instance: Instance,
    readonly settings: Settings,
  ) {
    this.passwordHash = instance.app.get(PasswordHasher).hash(PASSWORD);
  }

  static async open(redisUrl: string | null = null): Promise<School> {
    const databaseUrl = await createDatabase();
    await migrate(databaseUrl);
    const secret = randomBytes(48).toString('base64');
    const origins = ['https://allowed.example'];
    const settings = new Settings(databaseUrl, secret, origins, 'silent', null, redisUrl);
    return new School(await Instance.start(settings), settings);
  }

  /** Another instance on the same database, as behind a load balancer. */
  async another(): Promise<Instance> {
    const instance = await Instance.start(this.settings);
    this.others.push(instance);
    return instance;
  }

  get app(): NestExpressApplication {
    return this.instance.app;
  }

  get url(): string {
    return this.instance.url;
  }

  get databaseUrl(): string {
    return this.settings.databaseUrl;
  }

  get database(): DataSource {
    return this.app.get(DataSource);
  }

  /** A new person, signed in. */
  async hasA(role: Role): Promise<Person> {
    const email = `${role}${(this.count += 1)}@school.example`;
    const passwordHash = await this.passwordHash;
    const displayName = `${role} ${this.count}`;
    await this.app
      .get(AccountsService)
      .create(this.database.manager, { email, displayName, role, passwordHash }, {});
    const person = await new Person(this.url, email, PASSWORD).signIn();
    this.people.push(person);
    return person;
  }

  /** Somebody who has an account but has not signed in. */
  stranger(): Person {
    return new Person(this.url, 'stranger@school.example', PASSWORD);
  }

  async close(): Promise<void> {
    for (const person of this.people) person.leaves();
    for (const instance of [this.instance, ...this.others]) await instance.stop();
    await dropDatabase(this.settings.databaseUrl);
  }
}
