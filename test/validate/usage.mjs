import { parseArgs } from 'node:util';

/** The command was called wrongly; the message says how. */
export class UsageError extends Error {}

export const USAGE = `npm run validate -- --url https://cards.school.example --teacher E-MAIL --student E-MAIL

Checks a running Cartable from outside: a teacher's temporary collection reaches a pupil's two devices,
live and after a lost connection, and what must be refused is refused. It leaves nothing behind.

  --url       address of the server, without a path
  --teacher   e-mail of a teacher's account
  --student   e-mail of a pupil's account

Passwords: CARTABLE_TEACHER_PASSWORD and CARTABLE_STUDENT_PASSWORD, or typed when asked for.
Exit status: 0 all well, 1 a check failed, 2 called wrongly.`;

const options = /** @satisfies {import("node:util").ParseArgsOptionsConfig} */ ({
  url: { type: 'string' },
  teacher: { type: 'string' },
  student: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
});

/**
 * Reads the command line; throws {@link UsageError}.
 * @param {string[]} args
 * @returns {{ url: URL, teacher: string, student: string } | null} null: the usage is asked for
 */
export function readArguments(args) {
  const { url, teacher, student, help } = parse(args);
  if (help) return null;
  if (!url || !teacher || !student) {
    throw new UsageError('--url, --teacher and --student are all needed.');
  }
  return { url: readUrl(url), teacher, student };
}

/**
 * @param {string[]} args
 * @returns {{ url?: string, teacher?: string, student?: string, help?: boolean }}
 */
function parse(args) {
  try {
    return parseArgs({ args, options, strict: true }).values;
  } catch (error) {
    throw new UsageError(error.message);
  }
}

/** @param {string} text */
function readUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(`--url must look like https://cards.school.example, not “${text}”.`);
  }
  if (url.pathname !== '/' || url.search || url.username) {
    throw new UsageError('--url is the address of the server alone: no path, query or password.');
  }
  return url;
}
