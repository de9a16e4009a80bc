import { setTimeout as wait } from 'node:timers/promises';
import { does } from '../ground/call';
import { residentBytes } from '../ground/memory';
import type { Person } from '../people';
import { ReturningScreen } from './returning-screen';

const MB = 1024 * 1024;
const LOOK_MS = 50;

/** A client that stops reading while large collections are made: how much higher resident memory rises than with one that reads. */
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
  const screen = new ReturningScreen(url, person.token);
  screen.socket.connect();
  while (!screen.socket.connected) await wait(LOOK_MS);
  const highest = async () => {
    let most = 0;
    for (let n = 0; n < edits; n += 1) {
      await make();
      most = Math.max(most, await residentBytes(pid));
    }
    return most;
  };
  // What making costs by itself, to who reads: the first time for warming up.
  await highest();
  const reading = await highest();
  const { ws } = screen.socket.io.engine.transport as unknown as { ws: { pause: () => void } };
  ws.pause();
  const stopped = await highest();
  screen.close();
  return Math.max(0, stopped - reading) / MB;
}
