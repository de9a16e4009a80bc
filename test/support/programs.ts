import { spawnSync } from 'node:child_process';

/** Whether a system's program is there. Where `ALL_PROGRAMS` is set, as in CI, a missing one is an error: no test is skipped. */
export function isThere(program: string, versionFlag: string): boolean {
  const found = spawnSync(program, [versionFlag]).status === 0;
  if (!found && process.env.ALL_PROGRAMS) throw new Error(`${program} is not installed`);
  return found;
}
