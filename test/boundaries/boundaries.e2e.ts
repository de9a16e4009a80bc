import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const SOURCES = ['contract/src', 'backend/src', 'frontend/src'];

/** A file with an import that ARCHITECTURE.md forbids, and the rule that says so. */
const forbidden: [rule: string, file: string, imported: string][] = [
  ['contract-imports-zod-only', 'contract/src/planted.ts', 'rxjs'],
  [
    'config-imports-nothing-of-ours',
    'backend/src/config/planted.ts',
    '../platform/problems/problem',
  ],
  [
    'platform-imports-no-feature',
    'backend/src/platform/planted.ts',
    '../accounts/accounts.service',
  ],
  [
    'realtime-imports-no-feature',
    'backend/src/realtime/planted.ts',
    '../collections/collections.service',
  ],
  [
    'backend-features-meet-through-services',
    'backend/src/collections/planted.ts',
    '../accounts/access-tokens',
  ],
  ['frontend-features-do-not-meet', 'frontend/src/app/library/planted.ts', '../import/import-page'],
  [
    'frontend-core-imports-no-feature',
    'frontend/src/app/core/planted.ts',
    '../library/library-page',
  ],
  [
    'frontend-ui-imports-nothing-of-ours',
    'frontend/src/app/ui/planted.ts',
    '../core/session/session',
  ],
  [
    'client-and-server-meet-in-the-contract',
    'frontend/src/app/core/planted.ts',
    '../../../../backend/src/config/config',
  ],
];

describe('a forbidden import', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(path.join(os.tmpdir(), 'cartable-boundaries-'));
    for (const name of [...SOURCES, '.dependency-cruiser.cjs', 'tsconfig.json']) {
      cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  const cruise = (...targets: string[]) =>
    spawnSync(
      path.join(root, 'node_modules/.bin/depcruise'),
      ['--config', '.dependency-cruiser.cjs', ...targets],
      {
        cwd: copy,
        encoding: 'utf8',
      },
    ).stdout;

  it.each(forbidden)('is caught by %s', (rule, file, imported) => {
    const planted = path.join(copy, file);
    writeFileSync(planted, `import '${imported}';\n`);
    try {
      expect(cruise(file)).toContain(rule);
    } finally {
      rmSync(planted);
    }
  });

  it('is caught by no-circles', () => {
    const [one, two] = ['one', 'two'].map((name) =>
      path.join(copy, 'contract/src', `${name}.ts`),
    ) as [string, string];
    writeFileSync(one, `import { b } from './two';\nexport const a = b;\n`);
    writeFileSync(two, `import { a } from './one';\nexport const b = a;\n`);
    expect(cruise('contract/src')).toContain('no-circles');
    rmSync(one);
    rmSync(two);
  });
});
