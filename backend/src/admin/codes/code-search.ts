import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NAME_WORDS } from '../../accounts/people.service';
import { codeRange } from './code-range';

/** From so many on it is quicker to read codes in their order until a page is full than to find all of them first. */
const MANY = 1_000;

/**
 * The codes that match: by their letters from $first to $last, or by words of the collection's title or of its owner's name. Each branch
 * goes by an index of its own. OFFSET 0 keeps the last from being turned round: it is few teachers who have the name, not all
 * collections that are asked for their owner.
 */
const branches = ([first, last, words]: readonly string[]) => [
  `SELECT code FROM share_code WHERE code BETWEEN ${first} AND ${last}`,
  `SELECT k.code FROM collection AS o JOIN share_code AS k ON k.collection_id = o.id
     WHERE plain_words(o.title) @@ plain_query(${words})`,
  `SELECT k.code FROM (
       SELECT id FROM person AS p WHERE ${NAME_WORDS} @@ plain_query(${words}) AND role <> 'student' OFFSET 0
     ) AS t CROSS JOIN LATERAL (SELECT id FROM collection WHERE owner_id = t.id OFFSET 0) AS o
     CROSS JOIN LATERAL (SELECT code FROM share_code WHERE collection_id = o.id OFFSET 0) AS k`,
];

/** The same, asked of one code `s` with its collection `c` and that one's owner `p`. */
const matches = ([first, last, words]: readonly string[]) =>
  `(s.code BETWEEN ${first} AND ${last} OR plain_words(c.title) @@ plain_query(${words})
    OR p.role <> 'student' AND ${NAME_WORDS} @@ plain_query(${words}))`;

const union = (queries: string[]) => queries.map((query) => `(${query})`).join(' UNION ALL ');

const ARE_MANY = `SELECT count(*) > ${MANY} AS many FROM (${union(
  branches(['$1', '$2', '$3']).map((query) => `${query} LIMIT ${MANY + 1}`),
)}) AS m`;

/** Looks for codes by the beginning of a code, or of words of the collection's title or of its owner's name. */
@Injectable()
export class CodeSearch {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * A condition on `share_code AS s`, `collection AS c` and its owner `person AS p`; `given` takes its values and names them. A few are
   * found first; of many it is only asked whether a code is one.
   */
  async condition(search: string, given: (value: unknown) => string): Promise<string> {
    const range = codeRange(search);
    const values = [range?.first ?? null, range?.last ?? null, search];
    const [found] = await this.dataSource.query<{ many: boolean }[]>(ARE_MANY, values);
    const names = values.map(given);
    return found?.many ? matches(names) : `s.code IN (${union(branches(names))})`;
  }
}
