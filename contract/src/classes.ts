import * as z from 'zod/mini';
import { limits } from './limits';
import { Id } from './page';
import { text } from './text';

/** A class as codes and lists name it; `size` counts its pupils. */
export const ClassSummary = z.object({ id: Id, name: z.string(), size: z.int() });
export type ClassSummary = z.infer<typeof ClassSummary>;

/** The classes that a teacher teaches this year, by name. */
export const TaughtClasses = z.object({ items: z.array(ClassSummary) });
export type TaughtClasses = z.infer<typeof TaughtClasses>;

export const ClassPerson = z.object({ id: Id, displayName: z.string() });
export type ClassPerson = z.infer<typeof ClassPerson>;

/** `familyName`: what shows why somebody stands at that place of the list. */
export const ClassMember = z.extend(ClassPerson, { familyName: z.nullable(z.string()) });
export type ClassMember = z.infer<typeof ClassMember>;

/** A class and who is in it, by family name; of each kind at most `limits.page`. */
export const ClassWithMembers = z.extend(ClassSummary, {
  pupils: z.array(ClassMember),
  teachers: z.array(ClassMember),
});
export type ClassWithMembers = z.infer<typeof ClassWithMembers>;

/** How far a code has come in the class that it is limited to: `have` of its pupils have the collection, `missing` have not. */
export const ClassProgress = z.extend(ClassSummary, {
  have: z.int(),
  missing: z.array(ClassPerson),
});
export type ClassProgress = z.infer<typeof ClassProgress>;

export const GiftBody = z.strictObject({
  classId: Id,
  message: z.optional(text(0, limits.message)),
});
export type GiftBody = z.infer<typeof GiftBody>;

/** `given`: pupils who have it since; `had`: who had it already. */
export const GiftResult = z.object({ given: z.int(), had: z.int() });
export type GiftResult = z.infer<typeof GiftResult>;
