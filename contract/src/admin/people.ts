import * as z from 'zod/mini';
import { DisplayName, Email, Role } from '../accounts';
import { Id, Instant, pageOf, PageQuery } from '../page';
import { trimmedText } from '../text';

export const peopleStates = ['all', 'active', 'disabled'] as const;
export const PeopleState = z.enum(peopleStates);
export type PeopleState = z.infer<typeof PeopleState>;

export const PeopleSort = z.enum(['name', 'newest']);
export type PeopleSort = z.infer<typeof PeopleSort>;

/** `search`: the beginnings of words of the name, or of the e-mail address. */
const filter = {
  search: z.optional(trimmedText(1, 100)),
  role: z.optional(Role),
  state: z._default(PeopleState, 'all'),
  classId: z.optional(Id),
};
export const PeopleFilter = z.strictObject(filter);
export type PeopleFilter = z.infer<typeof PeopleFilter>;
export const PeopleQuery = z.extend(PageQuery, { ...filter, sort: z._default(PeopleSort, 'name') });
export type PeopleQuery = z.infer<typeof PeopleQuery>;

/** An account as an administrator sees it. `classes`: those of this year. */
export const AdminPerson = z.object({
  id: Id,
  email: z.string(),
  displayName: z.string(),
  role: Role,
  disabledAt: z.nullable(Instant),
  createdAt: Instant,
  classes: z.array(z.object({ id: Id, name: z.string() })),
});
export type AdminPerson = z.infer<typeof AdminPerson>;
export const PeoplePage = pageOf(AdminPerson);
export type PeoplePage = z.infer<typeof PeoplePage>;

export const NewPersonBody = z.strictObject({
  displayName: DisplayName,
  role: Role,
  email: Email,
});
export type NewPersonBody = z.infer<typeof NewPersonBody>;

/** What is not named stays. */
export const PersonPatch = z.strictObject({
  displayName: z.optional(DisplayName),
  email: z.optional(Email),
  role: z.optional(Role),
  disabled: z.optional(z.boolean()),
});
export type PersonPatch = z.infer<typeof PersonPatch>;

/** A password that the person should replace by one of their own; it is told here and never again. */
export const FirstPassword = z.object({ person: AdminPerson, password: z.string() });
export type FirstPassword = z.infer<typeof FirstPassword>;

export const SignedOut = z.object({ sessions: z.int() });
export type SignedOut = z.infer<typeof SignedOut>;
