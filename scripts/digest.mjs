import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const NOT_SOURCE = new Set([
  'node_modules',
  'dist',
  '.angular',
  '.data',
  'coverage',
  'test-results',
]);

function* filesUnder(target) {
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) {
    yield target;
    return;
  }
  for (const name of readdirSync(target).sort()) {
    if (!NOT_SOURCE.has(name)) yield* filesUnder(path.join(target, name));
  }
}

/** One digest of the content of all these files and folders (relative to the project's). */
export function digestOf(targets) {
  const hash = createHash('sha256');
  for (const target of targets) {
    for (const file of filesUnder(path.join(root, target))) {
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}
