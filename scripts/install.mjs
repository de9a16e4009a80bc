import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf } from './digest.mjs';
import { mustRun, root } from './run.mjs';

const stamp = path.join(root, 'node_modules', '.cartable-install');

/** Installs what package-lock.json names, unless that is what stands. */
export async function install() {
  const due = digestOf(['package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === due) return;
  process.stdout.write('Installing dependencies …\n');
  await mustRun(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  writeFileSync(stamp, due);
}
