import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NAME_WORDS } from '../../accounts/people.service';
import { matching, Search } from '../../platform/paging/search';
import { codeRange } from './code-range';

const SEARCH: Search = {
  key: 's.code',
  // OFFSET 0 keeps the last from being turned round: it is few teachers who have the name, not all collections that are asked for their
  // owner.
  branches: ([first, last, words]) => [
    `SELECT code FROM share_code WHERE code BETWEEN ${first} AND ${last}`,
    `SELECT k.code FROM collection AS o JOIN share_code AS k ON k.collection_id = o.id
       WHERE plain_words(o.title) @@ plain_query(${words})`,
    `SELECT k.code FROM (
         SELECT id FROM person AS p WHERE ${NAME_WORDS} @@ plain_query(${words}) AND role <> 'student' OFFSET 0
       ) AS t CROSS JOIN LATERAL (SELECT id FROM collection WHERE owner_id = t.id OFFSET 0) AS o
       CROSS JOIN LATERAL (SELECT code FROM share_code WHERE collection_id = o.id OFFSET 0) AS k`,
  ],
  asks: ([first, last, words]) =>
    `s.code BETWEEN ${first} AND ${last} OR plain_words(c.title) @@ plain_query(${words})
      OR p.role <> 'student' AND ${NAME_WORDS} @@ plain_query(${words})`,
  sorted: 2_000,
  lookedUp: 2_000,
};

/** Looks for codes by the beginning of a code, or of words of the collection's title or of its owner's names. */
@Injectable()
export class CodeSearch {
  constructor(private readonly dataSource: DataSource) {}

  /** A condition on `share_code AS s`, `collection AS c` and its owner `person AS p`. */
  condition(search: string, given: (value: unknown) => string): Promise<string> {
    const range = codeRange(search);
    const values = [range?.first ?? null, range?.last ?? null, search];
    return matching(this.dataSource, SEARCH, values, given);
  }
}
