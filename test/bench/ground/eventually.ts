import { until } from '../../support/until';

const PATIENCE_MS = 30_000;

/** Looks again and again until it is so; throws when it is not so for half a minute: nothing here takes so long. */
export async function eventually(what: string, isSo: () => boolean | Promise<boolean>) {
  const deadline = performance.now() + PATIENCE_MS;
  await until(async () => {
    if (await isSo()) return true;
    if (performance.now() > deadline) throw new Error(`in vain waited for: ${what}`);
    return false;
  });
}
