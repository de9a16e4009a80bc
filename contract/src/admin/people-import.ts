import * as z from 'zod/mini';
import { Role } from '../accounts';
import { limits } from '../limits';
import { Id, Instant } from '../page';
import { text } from '../text';

/** What a column of a school's file can be. */
export const importFields = [
  'displayName',
  'lastName',
  'firstName',
  'classes',
  'externalId',
  'email',
  'login',
  'role',
] as const;
export const ImportField = z.enum(importFields);
export type ImportField = z.infer<typeof ImportField>;

/** As it stands in the file, cut off at `limits.importCell`, which no field may fill: a line's faults are told, not refused. */
const Cell = z.optional(text(0, limits.importCell));

/**
 * One line of a file; `line` as spreadsheets count. A name is `displayName`, or `firstName` and `lastName`. The family name is
 * `lastName`, or what stands in capitals in a `displayName`. `externalId`: the number under which the school's software knows the person. `classes`: one, or several with commas, semicolons, bars or line
 * breaks between them. `same`: which of those who are alike it is, as somebody has decided; null: none of them.
 */
export const ImportLine = z.strictObject({
  line: z.int().check(z.minimum(1)),
  displayName: Cell,
  lastName: Cell,
  firstName: Cell,
  classes: Cell,
  externalId: Cell,
  email: Cell,
  login: Cell,
  role: Cell,
  same: z.optional(z.nullable(Id)),
});
export type ImportLine = z.infer<typeof ImportLine>;

/**
 * `role`: of lines that do not say one. `dryRun`: tells what would be done, and does nothing. `leave`: pupils who come into a
 * class leave the others of this year. `cardsSince`: an answer got lost, so that new cards are wanted for those of the lines
 * whose accounts were made since then, and who have not come yet.
 */
export const PeopleImportBody = z.strictObject({
  dryRun: z.boolean(),
  role: Role.check(z.refine((role) => role !== 'admin')),
  leave: z.optional(z.boolean()),
  cardsSince: z.optional(Instant),
  lines: z.array(ImportLine).check(z.minLength(1), z.maxLength(limits.importLines)),
});
export type PeopleImportBody = z.infer<typeof PeopleImportBody>;

export const lineFaults = [
  'missing',
  'too-long',
  'invalid',
  /** Neither a number, an address nor a login name, and no class to look for the name in. */
  'unknowable',
  'unknown-role',
  /** The same person stands in an earlier line. */
  'twice',
  /** Somebody else has it. */
  'taken',
  /** The account is there, with another role: an import gives and takes none. */
  'other-role',
  'disabled',
  /** Who somebody has said that it is, is no longer there. */
  'gone',
] as const;
export const LineFaultReason = z.enum(lineFaults);
export type LineFaultReason = z.infer<typeof LineFaultReason>;

/** Why a line is left out. `other`: the line that has the same. */
export const LineFault = z.object({
  line: z.int(),
  field: ImportField,
  reason: LineFaultReason,
  other: z.optional(z.int()),
});
export type LineFault = z.infer<typeof LineFault>;

/** What is handed to somebody who comes for the first time. `name`: what they sign in with. */
export const FirstCard = z.object({
  id: Id,
  displayName: z.string(),
  name: z.string(),
  password: z.string(),
  until: Instant,
  classes: z.array(z.string()),
});
export type FirstCard = z.infer<typeof FirstCard>;

/** Somebody whose name is that of a line. `moves`: is in classes of this year, and in none that the line names. */
export const AlikePerson = z.object({
  id: Id,
  displayName: z.string(),
  /** What they sign in with. */
  name: z.string(),
  externalId: z.nullable(z.string()),
  isDisabled: z.boolean(),
  classes: z.array(z.string()),
  formerClasses: z.array(z.string()),
  moves: z.boolean(),
});
export type AlikePerson = z.infer<typeof AlikePerson>;

/**
 * Lines, all of one person, that wait for somebody to say who that is: nothing certain leads to an account, but these are
 * alike. `likely`: who it is unless somebody knows better; null: nobody can tell.
 */
export const Alike = z.object({
  lines: z.array(z.int()),
  people: z.array(AlikePerson),
  likely: z.nullable(Id),
});
export type Alike = z.infer<typeof Alike>;

/** What a line changes of an account. `besides`: the classes of this year that it does not name, of a pupil who joins another. */
export const ImportUpdate = z.object({
  line: z.int(),
  displayName: z.string(),
  changes: z.array(
    z.object({ field: ImportField, before: z.nullable(z.string()), after: z.string() }),
  ),
  joins: z.array(z.string()),
  besides: z.array(z.string()),
});
export type ImportUpdate = z.infer<typeof ImportUpdate>;

/**
 * What was done, or would be; `classes`: those that are new. `moving`: pupils who join a class and are in others. `updates`: the
 * first of what would be changed, at most `limits.importUpdates`. `at`: when, by the server's clock.
 */
export const PeopleImported = z.object({
  at: Instant,
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  moving: z.int(),
  classes: z.array(z.string()),
  alike: z.array(Alike),
  updates: z.array(ImportUpdate),
  faults: z.array(LineFault),
  cards: z.array(FirstCard),
});
export type PeopleImported = z.infer<typeof PeopleImported>;

export const FirstCardsBody = z.strictObject({
  ids: z.array(Id).check(z.minLength(1), z.maxLength(limits.page)),
});
export type FirstCardsBody = z.infer<typeof FirstCardsBody>;

export const FirstCards = z.object({ cards: z.array(FirstCard) });
export type FirstCards = z.infer<typeof FirstCards>;
