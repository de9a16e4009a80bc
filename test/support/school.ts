import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import type { Role } from '@cartable/contract';
import { AccountsService } from '../../backend/src/accounts/accounts.service';
import { PasswordHasher } from '../../backend/src/accounts/password-hasher';
import { Settings } from '../../backend/src/config/settings';
import { createApp } from '../../backend/src/create-app';
import { migrate } from '../../backend/src/platform/database/migrate';
import { createDatabase, dropDatabase } from './database';
import { Person } from './person';

const PASSWORD = 'one password for all of the test';

/** A running Cartable with a database of its own. */
export class School {
  private readonly people: Person[] = [];
  private count = 0;
  private passwordHash: Promise<string>;

  private constructor(
    readonly app: NestExpressApplication,
    readonly url: string,
    private readonly databaseUrl: string,
  ) {
    this.passwordHash = app.get(PasswordHasher).hash(PASSWORD);
  }

  static async open(): Promise<School> {
    const databaseUrl = await createDatabase();
    await migrate(databaseUrl);
    const secret = randomBytes(48).toString('base64');
    const app = await createApp(
      new Settings(databaseUrl, secret, ['https://allowed.example'], 'silent', null),
    );
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    return new School(app, `http://127.0.0.1:${port}`, databaseUrl);
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
      .create(this.database.manager, { email, displayName, role, passwordHash });
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
    await this.app.close();
    await dropDatabase(this.databaseUrl);
  }
}
