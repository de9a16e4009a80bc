import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AdminPerson, PeoplePage, PeopleQuery, PeopleSort, PeopleState } from '@cartable/contract';
import { NOBODY } from '../../accounts/account-erasure.service';
import { decodeNamedCursor, encodeNamedCursor, invalidCursor } from '../../platform/paging/keyset';
import { Problem } from '../../platform/problems/problem';
import { wordsQuery } from '../words';

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

const ORDER: Record<PeopleSort, { key: string; after: string; by: string }> = {
  name: {
    key: 'plain_name(p.display_name)',
    after: '(plain_name(p.display_name) COLLATE "C", p.id) > ($2::text COLLATE "C", $1::uuid)',
    by: 'plain_name(p.display_name) COLLATE "C", p.id',
  },
  newest: {
    key: 'p.created_at::text',
    after: '(p.created_at, p.id) < ($2::timestamptz, $1::uuid)',
    by: 'p.created_at DESC, p.id DESC',
  },
};

/** Each branch goes by an index of its own; one OR over all of them could not. */
const FOUND = `p.id IN (
  SELECT id FROM person WHERE plain_words(display_name) @@ $6::tsquery
  UNION ALL SELECT id FROM person WHERE email LIKE $7
  UNION ALL SELECT id FROM person WHERE login LIKE $7)`;

const PERSON = `
  SELECT p.id, p.email, p.login, p.external_id AS "externalId", p.first_password_until AS "firstPasswordUntil", p.display_name AS "displayName", p.role,
    p.disabled_at AS "disabledAt", p.created_at AS "createdAt",
    (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) ORDER BY c.name, c.id), '[]')
     FROM class_member AS m JOIN class AS c ON c.id = m.class_id
     WHERE m.person_id = p.id AND c.archived_at IS NULL) AS classes`;

/** Everybody who has an account, as administrators look for them. */
@Injectable()
export class PeopleList {
  constructor(private readonly dataSource: DataSource) {}

  async page({ limit, cursor, sort, ...filter }: PeopleQuery): Promise<PeoplePage> {
    const { search, role, state, classId } = filter;
    const last = cursor === undefined ? null : decodeNamedCursor(cursor);
    if (last && sort === 'newest' && Number.isNaN(Date.parse(last.key))) throw invalidCursor();
    const sought = search === undefined ? [] : [wordsQuery(search), prefixOf(search)];
    const rows = await this.dataSource.query<KeyedRow[]>(
      `${PERSON}, ${ORDER[sort].key} AS key FROM person AS p
       WHERE p.id <> '${NOBODY.id}' AND ${STATE[state]} AND ($1::uuid IS NULL OR ${ORDER[sort].after})
         AND ($4::text IS NULL OR p.role = $4)
         AND ($5::uuid IS NULL OR p.id IN (SELECT person_id FROM class_member WHERE class_id = $5))
         ${search === undefined ? '' : `AND ${FOUND}`}
       ORDER BY ${ORDER[sort].by} LIMIT $3`,
      [last?.id, last?.key, limit + 1, role ?? null, classId ?? null, ...sought],
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

const prefixOf = (search: string) =>
  `${search.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

const personOf = ({ disabledAt, createdAt, firstPasswordUntil, ...person }: Row): AdminPerson => ({
  ...person,
  disabledAt: disabledAt?.toISOString() ?? null,
  firstPasswordUntil: firstPasswordUntil?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});
