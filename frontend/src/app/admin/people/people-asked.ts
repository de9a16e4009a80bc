import { peopleStates, PeopleState, Role, roles } from '@cartable/contract';
import { Query } from '../../core/http/api';

/** Who is looked for, and in which order. */
export interface PeopleAsked {
  q: string;
  role: Role | '';
  state: PeopleState;
  classId: string;
  sort: 'name' | 'newest';
}

export const everybody: PeopleAsked = { q: '', role: '', state: 'all', classId: '', sort: 'name' };

/** As it stands in the address; what can't be understood is not asked for. */
export const askedIn = (said: Partial<Record<string, string>>): PeopleAsked => ({
  q: (said['q'] ?? '').trim(),
  role: roles.find((one) => one === said['role']) ?? '',
  state: peopleStates.find((one) => one === said['state']) ?? 'all',
  classId: said['class'] ?? '',
  sort: said['sort'] === 'newest' ? 'newest' : 'name',
});

/** For the address; null leaves it out. */
export const addressOf = ({ q, role, state, classId, sort }: PeopleAsked) => ({
  q: q || null,
  role: role || null,
  state: state === 'all' ? null : state,
  class: classId || null,
  sort: sort === 'name' ? null : sort,
});

/** For the server: who, in whichever order. */
export const filterOf = ({ q, role, state, classId }: PeopleAsked): Query => ({
  search: q || undefined,
  role: role || undefined,
  classId: classId || undefined,
  state,
});
