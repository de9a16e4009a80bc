import { setTimeout as wait } from 'node:timers/promises';
import { does } from '../ground/call';
import { residentBytes } from '../ground/memory';
import type { Person } from '../people';
import { ReturningScreen } from './returning-screen';

const MB = 1024 * 1024;
const LOOK_MS = 50;

/** A client that stops reading while large collections are edited: the most resident memory that it costs, until it is let go. */
export async function stoppedClient(
  { url, pid }: { url: string; pid: number },
  person: Person,
  edits: number,
): Promise<number> {
  const side = 'What this card asks is written here, at some length. '.repeat(40);
  const cards = Array.from({ length: 100 }, (_, n) => ({ front: `${n} ${side}`, back: side }));
  const make = () =>
    does({
      url,
      token: person.token,
      method: 'POST',
      path: '/collections',
      body: { title: 'Large', cards },
    });
  // Warm: what making costs by itself is there before.
  for (let n = 0; n < edits; n += 1) await make();
  const screen = new ReturningScreen(url, person.token);
  screen.socket.connect();
  while (!screen.socket.connected) await wait(LOOK_MS);
  const before = await residentBytes(pid);
  const { ws } = screen.socket.io.engine.transport as unknown as { ws: { pause: () => void } };
  ws.pause();
  let most = 0;
  for (let n = 0; n < edits; n += 1) {
    await make();
    most = Math.max(most, (await residentBytes(pid)) - before);
  }
  screen.close();
  return most / MB;
}
