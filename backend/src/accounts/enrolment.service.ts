import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Role } from '@cartable/contract';
import { drawFirstPassword, firstPasswordEnd } from './first-password';
import { holdPeople } from './hold-people';
import { LoginNames } from './login-names';
import { PasswordHasher } from './password-hasher';
import { SORT_NAME } from './people.service';
import { NOBODY } from './account-erasure.service';

/** What a file says of somebody; what it does not say is null. */
export interface Named {
  displayName: string;
  familyName: string | null;
  email: string | null;
  login: string | null;
  externalId: string | null;
}

/** Somebody who has an account, as an import compares people. */
export interface Known extends Named {
  id: string;
  role: Role;
  isDisabled: boolean;
  createdAt: Date;
}

/** The columns of a `Known`, of a person `p`. */
export const KNOWN = `p.id, p.display_name AS "displayName", p.family_name AS "familyName", p.email, p.login, p.external_id AS "externalId",
  p.role, p.disabled_at IS NOT NULL AS "isDisabled", p.created_at AS "createdAt"`;

export interface Enrolled {
  id: string;
  displayName: string;
  /** The e-mail address, or the login name. */
  name: string;
  password: string;
  until: string;
}

/** Many accounts at once, in the transaction of whoever asks: a statement each, however many people. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly logins: LoginNames,
  ) {}

  /** Everybody who has one of these numbers, addresses or login names, or is named by `same`. */
  async known(
    db: EntityManager,
    people: readonly (Named & { same?: string | null })[],
  ): Promise<Known[]> {
    const all = (key: 'externalId' | 'email' | 'login') =>
      people.flatMap((person) => person[key] ?? []);
    return db.query(
      `SELECT ${KNOWN} FROM person AS p WHERE p.id <> '${NOBODY.id}' AND p.id IN (
         SELECT id FROM person WHERE external_id = ANY ($1)
         UNION ALL SELECT id FROM person WHERE email = ANY ($2)
         UNION ALL SELECT id FROM person WHERE login = ANY ($3)
         UNION ALL SELECT id FROM person WHERE id = ANY ($4::uuid[]))`,
      [all('externalId'), all('email'), all('login'), people.flatMap(({ same }) => same ?? [])],
    );
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
         INSERT INTO person (id, display_name, family_name, email, login, external_id, role, locale, password_hash, first_password_until)
         SELECT id, display_name, family_name, email, login, external_id, role, 'fr', hash, $9::timestamptz
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
           AS l(id, display_name, family_name, email, login, external_id, role, hash)
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
    const ids = people.map(({ id }) => id);
    await holdPeople(db, ids);
    await db.query(
      `UPDATE person AS p SET display_name = l.display_name, family_name = COALESCE(l.family_name, p.family_name),
         email = COALESCE(l.email, p.email), login = COALESCE(l.login, p.login), external_id = COALESCE(l.external_id, p.external_id)
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
         AS l(id, display_name, family_name, email, login, external_id) WHERE p.id = l.id`,
      [ids, ...columns(people)],
    );
  }

  /** New first passwords for those of them who have not chosen one of their own. */
  async renewFirst(db: EntityManager, ids: readonly string[]): Promise<Enrolled[]> {
    const until = firstPasswordEnd();
    await holdPeople(db, ids);
    const people = await db.query<Omit<Enrolled, 'password' | 'until'>[]>(
      `SELECT p.id, p.display_name AS "displayName", COALESCE(p.email, p.login) AS name FROM person AS p
       WHERE p.id = ANY ($1) AND p.first_password_until IS NOT NULL AND p.disabled_at IS NULL
       ORDER BY ${SORT_NAME}, p.id`,
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
  people.map(({ familyName }) => familyName),
  people.map(({ email }) => email),
  people.map(({ login }) => login),
  people.map(({ externalId }) => externalId),
];
