import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bin, root, run } from './run.mjs';

const verbose = process.argv.includes('--verbose');
const results = path.join(root, 'test-results');
const resultFile = (name) => path.join(results, `${name}.json`);

const jest = (name, folder) => ({
  name: `${name} tests`,
  command: [
    bin('jest'),
    ['--ci', '--json', '--outputFile', resultFile(name)],
    { cwd: path.join(root, folder) },
  ],
  count: () => {
    const told = JSON.parse(readFileSync(resultFile(name), 'utf8'));
    return {
      passed: told.numPassedTests,
      // A file that can't even be loaded has no tests to fail.
      failed: told.numFailedTests + told.numRuntimeErrorTestSuites,
      skipped: told.numPendingTests + told.numTodoTests,
    };
  },
});

/** Reads the last line of our own programs. */
const passedAndFailed = (output) => {
  const [, passed, failed] = /(\d+) passed, (\d+) failed/.exec(output) ?? [];
  if (passed === undefined) throw new Error('it counted nothing');
  return { passed: Number(passed), failed: Number(failed), skipped: 0 };
};

const tsc = (folder, file = 'tsconfig.json', what = folder) => ({
  name: `types of ${what}`,
  command: [bin('tsc'), ['--noEmit', '-p', `${folder}/${file}`]],
});

/** All that CI runs, in order: the quick ones first. */
const steps = [
  { name: 'format', command: [bin('prettier'), ['--check', '--log-level', 'warn', '.']] },
  { name: 'lint', command: [bin('eslint'), ['.', '--max-warnings', '0']] },
  tsc('contract'),
  tsc('backend'),
  tsc('frontend', 'tsconfig.app.json'),
  tsc('frontend', 'tsconfig.spec.json', 'frontend tests'),
  tsc('test'),
  {
    name: 'boundaries',
    command: [
      bin('depcruise'),
      ['--config', '.dependency-cruiser.cjs', 'contract/src', 'backend/src', 'frontend/src'],
    ],
  },
  {
    name: 'compose file',
    command: [bin('dclint'), ['--max-warnings', '0', 'docker-compose.yml']],
  },
  jest('contract', 'contract'),
  jest('backend', 'backend'),
  jest('frontend', 'frontend'),
  { name: 'build', command: [process.execPath, ['scripts/build.mjs']] },
  {
    name: 'event catalogue',
    command: [process.execPath, ['scripts/document-events.mjs', '--check']],
  },
  jest('e2e', 'test'),
  {
    name: 'faults',
    command: [bin('tsx'), ['test/faults/main.ts', '--faults', '60', '--seed', '7']],
    count: passedAndFailed,
  },
  { name: 'benchmark', command: [bin('tsx'), ['test/bench/main.ts', '--smoke']] },
  {
    name: 'browser tests',
    command: [
      bin('playwright'),
      ['test', '--config', 'test/playwright.config.ts'],
      { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: resultFile('browser') } },
    ],
    count: () => {
      const { expected, unexpected, flaky, skipped } = JSON.parse(
        readFileSync(resultFile('browser'), 'utf8'),
      ).stats;
      return { passed: expected, failed: unexpected + flaky, skipped };
    },
  },
  {
    name: 'deployment check',
    command: [process.execPath, ['scripts/validate-here.mjs']],
    count: passedAndFailed,
  },
];

/** A step without tests of its own counts as one failure when it fails. */
function counted({ count }, code, output) {
  const none = { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (!count) return none;
  try {
    const told = count(output);
    return code !== 0 && told.failed === 0 ? { ...told, failed: 1 } : told;
  } catch {
    return { ...none, failed: 1 };
  }
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of steps) {
  const began = performance.now();
  const [command, args, options] = step.command;
  const { code, output } = await run(command, args, { quiet: true, ...options });
  const told = counted(step, code, output);
  for (const key of Object.keys(total)) total[key] += told[key];
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${told.failed === 0 ? 'ok  ' : 'FAIL'} ${seconds} s  ${step.name}\n`);
  if (verbose || told.failed > 0) process.stdout.write(`${output}\n`);
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
