import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root, run } from './run.mjs';

const READY = /Cartable is ready at (\S+)/;
const password = 'only-for-this-check';

/** Starts the built server on a data folder of its own, and runs the deployment check against it. */
const dataDir = await mkdtemp(path.join(os.tmpdir(), 'cartable-validate-'));
// Root's Postgres runs as another user, who has to get through it.
await chmod(dataDir, 0o711);
const server = spawn(process.execPath, ['dist/backend/src/main.js'], {
  cwd: root,
  env: {
    ...process.env,
    PORT: '0',
    DATA_DIR: dataDir,
    DEMO_PASSWORD: password,
    LOG_LEVEL: 'error',
    DATABASE_URL: '',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => server.once('exit', resolve));
try {
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const [, found] = READY.exec(line) ?? [];
      if (found) resolve(found);
    });
    server.once('exit', () => reject(new Error('the server did not start')));
  });
  const people = ['--teacher', 'prof.martin@example.com', '--student', 'etudiant.test@example.com'];
  const { code } = await run(
    process.execPath,
    ['test/validate/main.mjs', '--url', url, ...people],
    {
      env: { CARTABLE_TEACHER_PASSWORD: password, CARTABLE_STUDENT_PASSWORD: password },
    },
  );
  process.exitCode = code;
} finally {
  server.kill('SIGTERM');
  await ended;
  await rm(dataDir, { recursive: true, force: true });
}
