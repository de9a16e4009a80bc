import { setTimeout as wait } from 'node:timers/promises';
import { residentBytes } from '../ground/memory';
import { Screen } from '../screen';

/** As many as a school's network lets in at once. */
const AT_ONCE = 50;
/** Until the server has put away what it needed for the handshakes. */
const SETTLE_MS = 3_000;
const KB = 1024;

export interface Idle {
  /** Of resident memory. */
  kilobytesASocket: number;
  handshakesASecond: number;
}

/** What so many idle sockets cost a server that was started for them. */
export async function idle(
  { url, pid }: { url: string; pid: number },
  authOf: (n: number) => object,
  count: number,
): Promise<Idle> {
  const screens: Screen[] = [];
  const open = async (upTo: number) => {
    while (screens.length < upTo) {
      const some = Math.min(AT_ONCE, upTo - screens.length);
      const part = Array.from({ length: some }, (_, n) =>
        Screen.open(url, authOf(screens.length + n)),
      );
      screens.push(...(await Promise.all(part)));
    }
  };
  try {
    // Warm: the first connections bring code into memory that the others share.
    const warm = Math.ceil(count / 10);
    await open(warm);
    await wait(SETTLE_MS);
    const before = await residentBytes(pid);
    const begun = performance.now();
    await open(warm + count);
    const seconds = (performance.now() - begun) / 1_000;
    await wait(SETTLE_MS);
    const kilobytesASocket = ((await residentBytes(pid)) - before) / count / KB;
    return { kilobytesASocket, handshakesASecond: count / seconds };
  } finally {
    for (const screen of screens) screen.close();
  }
}
