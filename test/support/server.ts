import { spawn, SpawnOptions } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { makeDataDir } from './data-dir';

const READY = /Cartable is ready at (\S+)/;
/** The built server. */
export const MAIN = path.resolve(__dirname, '../../dist/backend/src/main.js');

export const DEMO_PASSWORD = 'only for this test run';

export interface Server {
  url: string;
  pid: number;
  dataDir: string;
  /** Everything that it printed. */
  lines: string[];
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  /** Stops it as Ctrl-C does, and removes its data folder if that was made here. */
  stop: () => Promise<void>;
}

/** It ended before it was ready; the message is what it printed. */
export class ServerDidNotStart extends Error {}

/**
 * Starts the built server with its page and its demo school, on a data folder of its own unless `DATA_DIR` names one; or another
 * `command` that starts one.
 */
export async function startServer(
  settings: Record<string, string> = {},
  options: SpawnOptions = {},
  [command, ...args]: readonly [string, ...string[]] = [process.execPath, MAIN],
): Promise<Server> {
  const dataDir = settings.DATA_DIR ?? (await makeDataDir());
  const defaults = {
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    PORT: '0',
    DEMO_PASSWORD,
    LOG_LEVEL: 'error',
  };
  const child = spawn(command, args, {
    ...options,
    env: { ...process.env, ...defaults, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (line: string) => {
      lines.push(line);
      const found = READY.exec(line)?.[1];
      if (found) resolve(found);
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', hear);
    }
    void ended.then(() => reject(new ServerDidNotStart(lines.join('\n'))));
  });
  return {
    url,
    pid: child.pid ?? 0,
    dataDir,
    lines,
    ended,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
      if (!settings.DATA_DIR) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
