import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NAME_WORDS } from '../../accounts/people.service';

/** From so many on it is quicker to read people in their order until a page is full than to find all of them first. */
const MANY = 1_000;

/** The ways in which somebody matches; each goes by an index of its own. */
const waysOf = (words: string, beginning: string) => [
  `${NAME_WORDS} @@ plain_query(${words})`,
  `p.email LIKE ${beginning}`,
  `p.login LIKE ${beginning}`,
];

const union = (ways: string[], what: string, rest = '') =>
  ways.map((way) => `(SELECT ${what} FROM person AS p WHERE ${way} ${rest})`).join(' UNION ALL ');

const ARE_MANY = `SELECT count(*) > ${MANY} AS many FROM (${union(waysOf('$1', '$2'), '', `LIMIT ${MANY + 1}`)}) AS m`;

/** Looks for people by the beginnings of words of the names, or of the e-mail address or login name. */
@Injectable()
export class PeopleSearch {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * A condition on `person AS p`; `given` takes its values and names them. A few are found first; of many it is only asked whether somebody
   * is one.
   */
  async condition(search: string, given: (value: string) => string): Promise<string> {
    const values = [search, beginningWith(search)] as const;
    const [found] = await this.dataSource.query<{ many: boolean }[]>(ARE_MANY, [...values]);
    const ways = waysOf(given(values[0]), given(values[1]));
    return found?.many ? `(${ways.join(' OR ')})` : `p.id IN (${union(ways, 'p.id')})`;
  }
}

const beginningWith = (search: string) =>
  `${search.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
