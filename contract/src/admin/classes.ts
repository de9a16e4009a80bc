import * as z from 'zod/mini';
import { ClassSummary, ClassWithMembers } from '../classes';
import { limits } from '../limits';
import { Id, Instant, pageOf, PageQuery } from '../page';
import { trimmedText } from '../text';

export const classStates = ['current', 'archived'] as const;
export const ClassState = z.enum(classStates);
export type ClassState = z.infer<typeof ClassState>;

/** `search`: the beginning of the name. */
export const AdminClassesQuery = z.extend(PageQuery, {
  state: z._default(ClassState, 'current'),
  search: z.optional(trimmedText(1, 100)),
});
export type AdminClassesQuery = z.infer<typeof AdminClassesQuery>;

/** A class as an administrator sees it. */
export const AdminClass = z.extend(ClassSummary, { archivedAt: z.nullable(Instant) });
export type AdminClass = z.infer<typeof AdminClass>;
export const AdminClassPage = pageOf(AdminClass);
export type AdminClassPage = z.infer<typeof AdminClassPage>;

/** Of each kind at most `limits.page`, by name. */
export const AdminClassWithMembers = z.extend(ClassWithMembers, {
  archivedAt: z.nullable(Instant),
});
export type AdminClassWithMembers = z.infer<typeof AdminClassWithMembers>;

/** Without what parts several classes in a file: a comma, a semicolon, a bar, or an end of line. */
export const ClassName = trimmedText(1, limits.className).check(
  z.normalize('NFC'),
  z.regex(/^[^,;|\r\n\u2028\u2029]*$/),
);
export const NewClassBody = z.strictObject({ name: ClassName });
export type NewClassBody = z.infer<typeof NewClassBody>;

/** What is not named stays. */
export const ClassPatch = z.strictObject({
  name: z.optional(ClassName),
  archived: z.optional(z.boolean()),
});
export type ClassPatch = z.infer<typeof ClassPatch>;

/** How many classes a year's end has archived. */
export const ClassesArchived = z.object({ archived: z.int() });
export type ClassesArchived = z.infer<typeof ClassesArchived>;

export const MemberParam = z.strictObject({ id: Id, personId: Id });
export type MemberParam = z.infer<typeof MemberParam>;
