import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../ground/ground';

const READY = 'Cartable is ready at';

export interface Started {
  /** From the command to the line that says so, in milliseconds. */
  readyMs: number;
  /** Of the server: `npm start` is one process. */
  pid: number;
  stop: () => Promise<void>;
}

/** What `npm start` runs, on this data folder, with the settings that nobody has changed. */
export async function npmStart(dataDir: string): Promise<Started> {
  // Else it would replace node_modules under this program's feet.
  if (!existsSync(path.join(ROOT, 'node_modules', '.cartable-install')))
    throw new Error('install with `npm start` or `npm run bench` first');
  const begun = performance.now();
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/start.mjs')], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const said: string[] = [];
  const ready = new Promise<number>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        if (line.startsWith(READY)) resolve(performance.now() - begun);
        if (said.length < 20) said.push(line);
      });
  });
  const readyMs = await Promise.race([ready, ended.then(() => null)]);
  if (readyMs === null) throw new Error(`it did not start:\n${said.join('\n')}`);
  return {
    readyMs,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}
