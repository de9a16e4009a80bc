import { readFile } from 'node:fs/promises';

const KB = 1024;

/** What a process holds in memory now, in bytes. Linux only. */
export async function residentBytes(pid: number): Promise<number> {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * KB;
}
