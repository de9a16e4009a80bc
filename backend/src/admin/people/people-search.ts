import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NAME_WORDS } from '../../accounts/people.service';
import { matching, Search } from '../../platform/paging/search';

/** The ways in which somebody matches; each goes by an index of its own. */
const ways = ([words, beginning]: readonly string[]) => [
  `p.email LIKE ${beginning}`,
  `p.login LIKE ${beginning}`,
  `${NAME_WORDS} @@ plain_query(${words})`,
];

const SEARCH: Search = {
  key: 'p.id',
  branches: (names) => ways(names).map((way) => `SELECT p.id FROM person AS p WHERE ${way}`),
  asks: (names) => ways(names).join(' OR '),
  sorted: 5_000,
  lookedUp: 20_000,
};

/** Looks for people by the beginnings of words of the names, or of the e-mail address or login name. */
@Injectable()
export class PeopleSearch {
  constructor(private readonly dataSource: DataSource) {}

  /** A condition on `person AS p`. */
  condition(search: string, given: (value: unknown) => string): Promise<string> {
    return matching(this.dataSource, SEARCH, [search, beginningWith(search)], given);
  }
}

const beginningWith = (search: string) =>
  `${search.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
