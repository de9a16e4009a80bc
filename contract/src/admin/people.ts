import * as z from 'zod/mini';
import { DisplayName, Email, ExternalId, FamilyName, Login, Role } from '../accounts';
import { Id, Instant, pageOf, PageQuery } from '../page';
import { trimmedText } from '../text';

export const peopleStates = ['all', 'active', 'disabled', 'unused'] as const;
/** `unused`: has not chosen a password of their own yet. */
export const PeopleState = z.enum(peopleStates);
export type PeopleState = z.infer<typeof PeopleState>;

/** `name`: by family name, or the last word of the display name, then by display name. */
export const PeopleSort = z.enum(['name', 'newest']);
export type PeopleSort = z.infer<typeof PeopleSort>;

/** `search`: the beginnings of words of the names, or of the e-mail address or login name. */
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

/** The columns of the file of all people; an import knows them again. */
export const peopleColumns = [
  'displayName',
  'familyName',
  'classes',
  'externalId',
  'email',
  'login',
  'role',
  'createdAt',
  'disabledAt',
] as const;

/** An account as an administrator sees it. `classes`: those of this year. */
export const AdminPerson = z.object({
  id: Id,
  email: z.nullable(z.string()),
  login: z.nullable(z.string()),
  externalId: z.nullable(z.string()),
  /** Until when the password that was given serves; null: the person has one of their own. */
  firstPasswordUntil: z.nullable(Instant),
  displayName: z.string(),
  familyName: z.nullable(z.string()),
  role: Role,
  disabledAt: z.nullable(Instant),
  createdAt: Instant,
  classes: z.array(z.object({ id: Id, name: z.string() })),
});
export type AdminPerson = z.infer<typeof AdminPerson>;
export const PeoplePage = pageOf(AdminPerson);
export type PeoplePage = z.infer<typeof PeoplePage>;

/** With neither `email` nor `login`, a login name is made of the name. */
export const NewPersonBody = z.strictObject({
  displayName: DisplayName,
  familyName: z.optional(FamilyName),
  role: Role,
  email: z.optional(Email),
  login: z.optional(Login),
});
export type NewPersonBody = z.infer<typeof NewPersonBody>;

/** What is not named stays; null takes it away. */
export const PersonPatch = z.strictObject({
  displayName: z.optional(DisplayName),
  familyName: z.optional(z.nullable(FamilyName)),
  email: z.optional(z.nullable(Email)),
  login: z.optional(z.nullable(Login)),
  externalId: z.optional(z.nullable(ExternalId)),
  role: z.optional(Role),
  disabled: z.optional(z.boolean()),
});
export type PersonPatch = z.infer<typeof PersonPatch>;

/** A password that serves once, `until` then, to choose one's own; it is told here and never again. */
export const FirstPassword = z.object({
  person: AdminPerson,
  password: z.string(),
  until: Instant,
});
export type FirstPassword = z.infer<typeof FirstPassword>;

export const SignedOut = z.object({ sessions: z.int() });
export type SignedOut = z.infer<typeof SignedOut>;
