import {
  ClassName,
  DisplayName,
  Email,
  ExternalId,
  ImportField,
  ImportLine,
  LineFault,
  LineFaultReason,
  Login,
  Role,
} from '@cartable/contract';
import type { Named } from '../../../accounts/enrolment.service';

/** A line that can be understood. */
export interface Candidate extends Named {
  line: number;
  role: Role;
  classes: string[];
}

export interface ReadLine {
  candidate: Candidate;
  faults: LineFault[];
}

const ROLES: Partial<Record<string, Role>> = {
  eleve: 'student',
  apprenant: 'student',
  pupil: 'student',
  student: 'student',
  enseignant: 'teacher',
  enseignante: 'teacher',
  prof: 'teacher',
  professeur: 'teacher',
  professeure: 'teacher',
  teacher: 'teacher',
};

/** A name has a letter; a sign that could not be read, or that nobody can see, is none of its. */
const NAMES_SOMEBODY = /^(?=.*\p{L})[^\p{Cc}\ufffd]*$/u;

/** How names are compared here: as `plain_name` of the database does. */
export const plain = (name: string): string =>
  name
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();

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
  const cell = (field: ImportField) => (said[field] ?? '').replace(/\s+/g, ' ').trim();
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
  const roleOf = () => {
    const word = cell('role');
    const found = word === '' ? role : ROLES[plain(word)];
    if (!found) blame('role', 'unknown-role');
    return found ?? role;
  };
  const candidate: Candidate = {
    line: said.line,
    displayName: name(),
    role: roleOf(),
    externalId: read('externalId', ExternalId),
    email: read('email', Email),
    login: read('login', Login),
    classes: cell('classes')
      .split(/[,|]/)
      .flatMap((one) => read('classes', ClassName, one.trim()) ?? []),
  };
  const { externalId, email, login, classes } = candidate;
  if (faults.length === 0 && !(externalId ?? email ?? login ?? classes[0])) {
    blame('classes', 'unknowable');
  }
  return { candidate, faults };
}
