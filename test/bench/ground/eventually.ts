import { until } from '../../support/until';

const PATIENCE_S = 30;

/** Looks again and again until it is so; throws when it is not so for too long. */
export async function eventually(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  seconds = PATIENCE_S,
): Promise<void> {
  const deadline = performance.now() + seconds * 1_000;
  await until(async () => {
    if (await isSo()) return true;
    if (performance.now() > deadline) throw new Error(`in vain waited for: ${what}`);
    return false;
  });
}
