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

export const ClassName = trimmedText(1, limits.className);
export const NewClassBody = z.strictObject({ name: ClassName });
export type NewClassBody = z.infer<typeof NewClassBody>;

/** What is not named stays. */
export const ClassPatch = z.strictObject({
  name: z.optional(ClassName),
  archived: z.optional(z.boolean()),
});
export type ClassPatch = z.infer<typeof ClassPatch>;

export const MemberParam = z.strictObject({ id: Id, personId: Id });
export type MemberParam = z.infer<typeof MemberParam>;
