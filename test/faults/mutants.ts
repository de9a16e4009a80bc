import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Mutant, mutants } from './mutant-list';
import { run } from './run';

const ROOT = path.resolve(__dirname, '../..');
/** Inside the project, so that the copy finds its packages. */
const COPY = path.join(ROOT, 'test-results/mutant');
const SIZE = {
  dist: COPY,
  seed: 1,
  instances: 2,
  pupils: 4,
  devices: 2,
  events: 0,
  connects: 0,
  atOnce: 1,
  workMs: 3_000,
};

/** Runs every mutant, and first the whole product under the same faults; true when each mutant was found, and nothing in the whole. */
export async function mutantsCaught(say: (line: string) => void): Promise<boolean> {
  const all = [...new Set(mutants.flatMap(({ faults }) => faults))];
  const control = await violated({ name: 'no mutant', patches: [], faults: all });
  say(
    `${control.length === 0 ? 'clean   ' : 'BROKEN  '}  ${control.join(' ').padEnd(12)}  no mutant`,
  );
  let caught = 0;
  for (const mutant of mutants) {
    const found = await violated(mutant);
    if (found.length > 0) caught += 1;
    const verdict = found.length > 0 ? 'caught  ' : 'SURVIVED';
    say(`${verdict}  ${found.join(' ').padEnd(12)}  ${mutant.name}`);
  }
  await rm(COPY, { recursive: true, force: true });
  const failed = mutants.length - caught + Math.sign(control.length);
  say(`${mutants.length + 1 - failed} passed, ${failed} failed`);
  return failed === 0;
}

async function violated(mutant: Mutant): Promise<string[]> {
  await breed(mutant);
  const { violations } = await run({
    ...SIZE,
    faults: mutant.faults.length,
    only: mutant.faults,
    order: mutant.order,
  });
  return [...new Set(violations.map(({ invariant }) => invariant))].sort();
}

/** Makes a broken copy of the built server. */
async function breed({ name, patches }: Mutant): Promise<void> {
  await rm(COPY, { recursive: true, force: true });
  await mkdir(COPY, { recursive: true });
  await cp(path.join(ROOT, 'dist/backend'), path.join(COPY, 'backend'), { recursive: true });
  await symlink(path.join(ROOT, 'dist/frontend'), path.join(COPY, 'frontend'));
  for (const { file, from, to } of patches) {
    const place = path.join(COPY, 'backend/src', file);
    const built = await readFile(place, 'utf8');
    if (!built.includes(from)) throw new Error(`${name}: ${file} has no ${from}`);
    await writeFile(
      place,
      built.replace(from, () => to),
    );
  }
}
