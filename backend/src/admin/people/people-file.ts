import { AdminPerson, PeopleFilter, peopleColumns } from '@cartable/contract';
import { csv } from '../csv';
import type { PeopleList } from './people-list';

const PAGE = 500;

/** Everybody who matches, by name, as a CSV file that is written while it is read. */
export const peopleFile = (list: PeopleList, filter: PeopleFilter): AsyncGenerator<string> =>
  csv(peopleColumns, rowsOf(list, filter));

async function* rowsOf(list: PeopleList, filter: PeopleFilter): AsyncGenerator<string[][]> {
  let cursor: string | undefined;
  do {
    const { items, next } = await list.page({ ...filter, sort: 'name', limit: PAGE, cursor });
    yield items.map((person) => peopleColumns.map((column) => valueOf(person, column)));
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}

const valueOf = (person: AdminPerson, column: (typeof peopleColumns)[number]): string =>
  column === 'classes' ? person.classes.map(({ name }) => name).join(', ') : (person[column] ?? '');
