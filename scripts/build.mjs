import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { digestOf } from './digest.mjs';
import { bin, mustRun, root } from './run.mjs';

const shared = [
  'package-lock.json',
  'tsconfig.json',
  'contract/src',
  'contract/tsconfig.build.json',
];

/** What is built, from what, in this order. */
const parts = {
  contract: {
    sources: shared,
    result: 'contract/dist/index.js',
    make: () => mustRun(bin('tsc'), ['-p', 'contract/tsconfig.build.json'], { quiet: true }),
  },
  backend: {
    sources: [...shared, 'backend/src', 'backend/.swcrc', 'backend/tsconfig.json', 'nest.json'],
    result: 'dist/backend/src/main.js',
    make: () => mustRun(bin('nest'), ['build', '-c', 'nest.json'], { quiet: true }),
  },
  frontend: {
    sources: [
      ...shared,
      'frontend/src',
      'frontend/public',
      'frontend/angular.json',
      'frontend/tsconfig.app.json',
    ],
    result: 'dist/frontend/browser/index.html',
    make: () =>
      mustRun(bin('ng'), ['build'], {
        quiet: true,
        cwd: path.join(root, 'frontend'),
        env: { NG_CLI_ANALYTICS: 'false' },
      }),
  },
};

/** Builds what changed since it was built. */
export async function build(names = Object.keys(parts)) {
  const stamps = path.join(root, 'dist', '.stamps');
  mkdirSync(stamps, { recursive: true });
  for (const name of names) {
    const { sources, result, make } = parts[name];
    const stamp = path.join(stamps, name);
    const due = digestOf(sources);
    const stands = existsSync(stamp) && readFileSync(stamp, 'utf8') === due;
    if (stands && existsSync(path.join(root, result))) continue;
    process.stdout.write(`Building the ${name} …\n`);
    await make();
    writeFileSync(stamp, due);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build();
