import { setTimeout as wait } from 'node:timers/promises';

const STEP_MS = 20;

/** Looks again and again until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(STEP_MS);
}
