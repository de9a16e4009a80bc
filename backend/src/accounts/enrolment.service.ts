import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Role } from '@cartable/contract';
import { drawFirstPassword, firstPasswordEnd } from './first-password';
import { LoginNames } from './login-names';
import { PasswordHasher } from './password-hasher';
import { NOBODY } from './account-erasure.service';

/** What a file says of somebody; what it does not say is null. */
export interface Named {
  displayName: string;
  email: string | null;
  login: string | null;
  externalId: string | null;
}

export interface Known extends Named {
  id: string;
  role: Role;
  isDisabled: boolean;
}

/** Somebody by name, within a class of this year. */
export interface InClass {
  displayName: string;
  role: Role;
  classes: readonly string[];
}

export interface Enrolled {
  id: string;
  displayName: string;
  /** The e-mail address, or the login name. */
  name: string;
  password: string;
  until: string;
}

const KNOWN = `p.id, p.display_name AS "displayName", p.email, p.login, p.external_id AS "externalId", p.role,
  p.disabled_at IS NOT NULL AS "isDisabled"`;

/** Many accounts at once, in the transaction of whoever asks: a statement each, however many people. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly logins: LoginNames,
  ) {}

  /** Everybody who has one of these numbers, addresses or login names. */
  async known(db: EntityManager, people: readonly Named[]): Promise<Known[]> {
    const all = (key: 'externalId' | 'email' | 'login') =>
      people.flatMap((person) => person[key] ?? []);
    return db.query(
      `SELECT ${KNOWN} FROM person AS p WHERE p.id <> '${NOBODY.id}' AND p.id IN (
         SELECT id FROM person WHERE external_id = ANY ($1)
         UNION ALL SELECT id FROM person WHERE email = ANY ($2)
         UNION ALL SELECT id FROM person WHERE login = ANY ($3))`,
      [all('externalId'), all('email'), all('login')],
    );
  }

  /** For each of these, in that order, who has that name and role in one of those classes. */
  async inClasses(db: EntityManager, people: readonly InClass[]): Promise<Known[][]> {
    const pairs = people.flatMap(({ displayName, role, classes }, index) =>
      classes.map((name) => ({ index, displayName, role, name })),
    );
    const rows = await db.query<(Known & { index: number })[]>(
      `SELECT DISTINCT l.index, ${KNOWN}
       FROM unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS l(index, name, role, class)
       JOIN class AS c ON plain_name(c.name) COLLATE "C" = plain_name(l.class) COLLATE "C" AND c.archived_at IS NULL
       JOIN person AS p ON plain_name(p.display_name) COLLATE "C" = plain_name(l.name) COLLATE "C" AND p.role = l.role
       JOIN class_member AS m ON m.class_id = c.id AND m.person_id = p.id`,
      [
        pairs.map(({ index }) => index),
        pairs.map(({ displayName }) => displayName),
        pairs.map(({ role }) => role),
        pairs.map(({ name }) => name),
      ],
    );
    return people.map((_, index) => rows.filter((row) => row.index === index));
  }

  /** Makes accounts with first passwords and opens their streams; in the order of `people`. */
  async enrol(db: EntityManager, people: readonly (Named & { role: Role })[]): Promise<Enrolled[]> {
    const nameless = people.filter(({ email, login }) => email === null && login === null);
    const made = await this.logins.free(
      db,
      nameless.map(({ displayName }) => displayName),
    );
    const logins = new Map(nameless.map((person, index) => [person, made[index] ?? null]));
    const until = firstPasswordEnd();
    const rows = [];
    for (const person of people) {
      const password = drawFirstPassword();
      const login = person.login ?? logins.get(person) ?? null;
      const hash = await this.hasher.hashDrawn(password);
      rows.push({ ...person, id: randomUUID(), login, password, hash });
    }
    await db.query(
      `WITH made AS (
         INSERT INTO person (id, display_name, email, login, external_id, role, locale, password_hash, first_password_until)
         SELECT id, display_name, email, login, external_id, role, 'fr', hash, $8::timestamptz
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
           AS l(id, display_name, email, login, external_id, role, hash)
         RETURNING id)
       INSERT INTO user_stream (user_id) SELECT id FROM made`,
      [
        rows.map(({ id }) => id),
        ...columns(rows),
        rows.map(({ role }) => role),
        rows.map(({ hash }) => hash),
        until,
      ],
    );
    return rows.map(({ id, displayName, email, login, password }) => ({
      id,
      displayName,
      name: email ?? login ?? '',
      password,
      until: until.toISOString(),
    }));
  }

  /** Says of people what is said here; null leaves what is there. */
  async rename(db: EntityManager, people: readonly (Named & { id: string })[]): Promise<void> {
    await db.query(
      `UPDATE person AS p SET display_name = l.display_name, email = COALESCE(l.email, p.email),
         login = COALESCE(l.login, p.login), external_id = COALESCE(l.external_id, p.external_id)
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
         AS l(id, display_name, email, login, external_id) WHERE p.id = l.id`,
      [people.map(({ id }) => id), ...columns(people)],
    );
  }

  /** New first passwords for those of them who have not chosen one of their own. */
  async renewFirst(db: EntityManager, ids: readonly string[]): Promise<Enrolled[]> {
    const until = firstPasswordEnd();
    const people = await db.query<Omit<Enrolled, 'password' | 'until'>[]>(
      `SELECT id, display_name AS "displayName", COALESCE(email, login) AS name FROM person
       WHERE id = ANY ($1) AND first_password_until IS NOT NULL AND disabled_at IS NULL
       ORDER BY plain_name(display_name) COLLATE "C", id FOR UPDATE`,
      [ids],
    );
    const cards = [];
    for (const person of people) {
      const password = drawFirstPassword();
      cards.push({ ...person, password, hash: await this.hasher.hashDrawn(password) });
    }
    await db.query(
      `UPDATE person AS p SET password_hash = l.hash, first_password_until = $3
       FROM unnest($1::uuid[], $2::text[]) AS l(id, hash) WHERE p.id = l.id`,
      [cards.map(({ id }) => id), cards.map(({ hash }) => hash), until],
    );
    return cards.map(({ hash: _, ...card }) => ({ ...card, until: until.toISOString() }));
  }
}

const columns = (people: readonly Named[]) => [
  people.map(({ displayName }) => displayName),
  people.map(({ email }) => email),
  people.map(({ login }) => login),
  people.map(({ externalId }) => externalId),
];
