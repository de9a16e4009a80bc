import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { mutants } from './mutant-list';

const BUILT = path.resolve(__dirname, '../../dist/backend/src');

describe('mutants', () => {
  const patches = mutants.flatMap(({ name, patches: all }) => all.map((one) => ({ name, ...one })));

  it.each(patches)('$name: $file is still as the patch expects', async ({ file, from }) => {
    expect(await readFile(path.join(BUILT, file), 'utf8')).toContain(from);
  });
});
