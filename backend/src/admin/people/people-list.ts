import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AdminPerson, PeoplePage, PeopleQuery, PeopleSort, PeopleState } from '@cartable/contract';
import { NOBODY } from '../../accounts/account-erasure.service';
import { SORT_NAME } from '../../accounts/people.service';
import { decodeNamedCursor, encodeNamedCursor, invalidCursor } from '../../platform/paging/keyset';
import { Problem } from '../../platform/problems/problem';
import { PeopleSearch } from './people-search';

interface Row extends Omit<AdminPerson, 'disabledAt' | 'createdAt' | 'firstPasswordUntil'> {
  disabledAt: Date | null;
  firstPasswordUntil: Date | null;
  createdAt: Date;
}

/** `key`: what it is sorted by. */
type KeyedRow = Row & { key: string };

const STATE: Record<PeopleState, string> = {
  all: 'true',
  active: 'p.disabled_at IS NULL',
  disabled: 'p.disabled_at IS NOT NULL',
  unused: 'p.first_password_until IS NOT NULL AND p.disabled_at IS NULL',
};

interface Order {
  key: string;
  after: (key: string, id: string) => string;
  by: string;
  /** The key as it stood in a cursor. */
  read: (key: string) => string | Date;
}

const ORDER: Record<PeopleSort, Order> = {
  name: {
    key: SORT_NAME,
    after: (key, id) => `(${SORT_NAME}, p.id) > (${key}::text COLLATE "C", ${id}::uuid)`,
    by: `${SORT_NAME}, p.id`,
    read: (key) => key,
  },
  newest: {
    key: 'p.created_at::text',
    after: (key, id) => `(p.created_at, p.id) < (${key}::timestamptz, ${id}::uuid)`,
    by: 'p.created_at DESC, p.id DESC',
    read: (key) => {
      const at = new Date(key);
      if (Number.isNaN(at.getTime())) throw invalidCursor();
      return at;
    },
  },
};

const PERSON = `
  SELECT p.id, p.email, p.login, p.external_id AS "externalId", p.first_password_until AS "firstPasswordUntil", p.display_name AS "displayName",
    p.family_name AS "familyName", p.role, p.disabled_at AS "disabledAt", p.created_at AS "createdAt",
    (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) ORDER BY c.name, c.id), '[]')
     FROM class_member AS m JOIN class AS c ON c.id = m.class_id
     WHERE m.person_id = p.id AND c.archived_at IS NULL) AS classes`;

/** Everybody who has an account, as administrators look for them. */
@Injectable()
export class PeopleList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly search: PeopleSearch,
  ) {}

  async page({ limit, cursor, sort, ...filter }: PeopleQuery): Promise<PeoplePage> {
    const { search, role, state, classId } = filter;
    const last = cursor === undefined ? null : decodeNamedCursor(cursor);
    const values: unknown[] = [];
    const given = (value: unknown) => `$${values.push(value)}`;
    // Only what is asked for, so that each question finds its index.
    const conditions = [
      `p.id <> '${NOBODY.id}'`,
      STATE[state],
      last && ORDER[sort].after(given(ORDER[sort].read(last.key)), given(last.id)),
      role !== undefined && `p.role = ${given(role)}`,
      classId !== undefined &&
        `p.id IN (SELECT person_id FROM class_member WHERE class_id = ${given(classId)})`,
      search !== undefined && (await this.search.condition(search, given)),
    ].filter((condition) => typeof condition === 'string');
    const rows = await this.dataSource.query<KeyedRow[]>(
      `${PERSON}, ${ORDER[sort].key} AS key FROM person AS p WHERE ${conditions.join(' AND ')}
       ORDER BY ${ORDER[sort].by} LIMIT ${given(limit + 1)}`,
      values,
    );
    const kept = rows.slice(0, limit);
    const end = rows.length > limit ? kept.at(-1) : undefined;
    const next = end ? encodeNamedCursor(end.key, end.id) : null;
    return { items: kept.map(({ key: _, ...row }) => personOf(row)), next };
  }

  /** Throws `not-found`. */
  async one(id: string): Promise<AdminPerson> {
    const [row] = await this.dataSource.query<Row[]>(
      `${PERSON} FROM person AS p WHERE p.id = $1 AND p.id <> '${NOBODY.id}'`,
      [id],
    );
    if (!row) throw new Problem('not-found');
    return personOf(row);
  }
}

const personOf = ({ disabledAt, createdAt, firstPasswordUntil, ...person }: Row): AdminPerson => ({
  ...person,
  disabledAt: disabledAt?.toISOString() ?? null,
  firstPasswordUntil: firstPasswordUntil?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});
