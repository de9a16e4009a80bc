import { Api } from './api.mjs';
import { Cleanup } from './cleanup.mjs';
import { passwordFor } from './passwords.mjs';
import { readArguments, USAGE, UsageError } from './usage.mjs';
import { validate } from './validate.mjs';

const say = (text) => process.stdout.write(`${text}\n`);
const complain = (text) => process.stderr.write(`${text}\n`);

/** @returns {Promise<number>} the exit status */
async function main() {
  const given = readArguments(process.argv.slice(2));
  if (!given) {
    say(USAGE);
    return 0;
  }
  const { url, teacher, student } = given;
  const credentials = {
    teacher: { email: teacher, password: await passwordFor('CARTABLE_TEACHER_PASSWORD', teacher) },
    student: { email: student, password: await passwordFor('CARTABLE_STUDENT_PASSWORD', student) },
  };
  if (url.protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)) {
    complain('Over http:// passwords travel unprotected: use https:// outside a test.');
  }
  const cleanup = new Cleanup();
  cleanUpWhenInterrupted(cleanup);
  const report = await validate({ url, api: new Api(url), credentials, cleanup });
  say(report.toString());
  return report.allPassed ? 0 : 1;
}

/** @param {Cleanup} cleanup */
function cleanUpWhenInterrupted(cleanup) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      complain('Interrupted: cleaning up.');
      void cleanup.run().then((left) => {
        for (const line of left) complain(`Left behind: ${line}`);
        process.exit(1);
      });
    });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  complain(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
