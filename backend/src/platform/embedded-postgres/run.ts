import { spawn } from 'node:child_process';
import type { ServerUser } from './server-user';

export interface Ran {
  status: number | null;
  output: string;
}

/** Runs a Postgres program to its end, without blocking. Started servers must not hold our pipes: `quiet` opens none. */
export function run(
  program: string,
  args: string[],
  user?: ServerUser,
  quiet = false,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      cwd: '/',
      stdio: quiet ? 'ignore' : ['ignore', 'pipe', 'pipe'],
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, output }));
  });
}
