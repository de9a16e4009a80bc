import {
  ClassName,
  DisplayName,
  Email,
  ExternalId,
  FamilyName,
  ImportField,
  ImportLine,
  LineFault,
  LineFaultReason,
  Login,
  Role,
} from '@cartable/contract';
import type { Named } from '../../../accounts/enrolment.service';
import { familyNameIn } from './family-name';
import { plain } from './names';
import { roleOf } from './role-words';

/** Somebody whom a line names, and maybe others of the file. */
export interface Candidate extends Named {
  line: number;
  /** All that name the same person. */
  lines: number[];
  /** Empty where the name is in one piece. */
  firstName: string;
  /** The family name by its capitals: taken where nothing better is known. */
  capitals: string | null;
  role: Role;
  classes: string[];
  /** Which account somebody has said that it is; null: a new one. */
  same: string | null | undefined;
}

export interface ReadLine {
  candidate: Candidate;
  faults: LineFault[];
}

/** A name has a letter; a sign that could not be read is none of its. */
const NAMES_SOMEBODY = /^(?=.*\p{L})[^\p{Cc}\ufffd]*$/u;

/** Signs that nobody can see; those that join letters or keep them apart have a sense after letters that are not Latin. */
const UNSEEN = /(?<=^|\s|\p{Script=Latin})[\u200c\u200d]|(?![\u200c\u200d])\p{Cf}/gu;

/** Whatever parts classes in one cell, line breaks too. */
const BETWEEN_CLASSES = /[,;|\r\n]/;

interface Schema {
  safeParse(value: string): {
    success: boolean;
    data?: string | undefined;
    error?: { issues: readonly { code: string }[] } | undefined;
  };
}

/** What a line says, and everything that is wrong with it. `role`: what the person is if the line does not say. */
export function readLine(said: ImportLine, role: Role): ReadLine {
  const faults: LineFault[] = [];
  const blame = (field: ImportField, reason: LineFaultReason) =>
    faults.push({ line: said.line, field, reason });
  const cell = (field: ImportField) => tidy(said[field] ?? '');
  const read = (field: ImportField, schema: Schema, value = cell(field)): string | null => {
    if (value === '') return null;
    const { data, error } = schema.safeParse(value);
    if (data !== undefined) return data;
    const isLong = error?.issues.some(({ code }) => code === 'too_big') ?? false;
    blame(field, isLong ? 'too-long' : 'invalid');
    return null;
  };
  const name = () => {
    const whole = cell('displayName');
    const parts = ['firstName', 'lastName'] as const;
    const missing = whole === '' ? parts.filter((part) => cell(part) === '') : [];
    const [part] = missing;
    if (part) blame(missing.length > 1 ? 'displayName' : part, 'missing');
    if (part) return '';
    const said = whole || parts.map(cell).join(' ');
    if (!NAMES_SOMEBODY.test(said)) blame('displayName', 'invalid');
    return NAMES_SOMEBODY.test(said) ? (read('displayName', DisplayName, said) ?? '') : '';
  };
  const familyName = () => {
    const last = cell('lastName');
    if (!/\p{L}/u.test(last)) return null;
    // What stands in the display name has been judged there.
    return cell('displayName') === '' ? last : read('lastName', FamilyName, last);
  };
  const roleSaid = () => {
    const word = cell('role');
    const found = word === '' ? role : roleOf(word);
    if (!found) blame('role', 'unknown-role');
    return found ?? role;
  };
  const candidate: Candidate = {
    line: said.line,
    lines: [said.line],
    same: said.same,
    displayName: name(),
    familyName: familyName(),
    firstName: cell('firstName'),
    capitals: familyNameIn(cell('displayName')),
    role: roleSaid(),
    externalId: read('externalId', ExternalId),
    email: read('email', Email),
    login: read('login', Login),
    classes: withoutTwins(
      (said.classes ?? '')
        .split(BETWEEN_CLASSES)
        .flatMap((one) => read('classes', ClassName, tidy(one)) ?? []),
    ),
  };
  const { externalId, email, login, classes } = candidate;
  if (faults.length === 0 && !(externalId ?? email ?? login ?? classes[0])) {
    blame('classes', 'unknowable');
  }
  return { candidate, faults };
}

const tidy = (cell: string): string =>
  cell.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();

/** The classes, each once. */
export const withoutTwins = (classes: readonly string[]): string[] =>
  classes.filter((name, at) => classes.findIndex((one) => plain(one) === plain(name)) === at);
