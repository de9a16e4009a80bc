import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../ground/call';
import type { Shared } from '../ground/content';
import { eventually } from '../ground/eventually';
import type { Person } from '../people';
import { quantile } from '../stats';
import { ReturningScreen } from './returning-screen';

export interface Loaded {
  importsASecond: number;
  p50: number;
  p99: number;
}

/** Pupils with some screens each import at a given rate; from commit to screen, in milliseconds. */
export async function load(
  url: string,
  people: readonly Person[],
  shared: readonly Shared[],
  { sockets, rate, seconds }: { sockets: number; rate: number; seconds: number },
): Promise<Loaded> {
  const screens = Array.from(
    { length: sockets },
    (_, n) => new ReturningScreen(url, (people[n % people.length] as Person).token),
  );
  for (const { socket } of screens) socket.connect();
  await eventually('everybody', () => screens.every(({ socket }) => socket.connected));
  const count = rate * seconds;
  const imports: Promise<unknown>[] = [];
  const begun = performance.now();
  for (let n = 0; n < count; n += 1) {
    const due = begun + (n / rate) * 1_000;
    if (due > performance.now()) await wait(due - performance.now());
    const { token } = people[n % people.length] as Person;
    const path = `/share-codes/${shared[Math.floor(n / people.length)]?.code}/import`;
    imports.push(ask({ url, token, method: 'POST', path }));
  }
  await Promise.all(imports);
  const importsASecond = count / ((performance.now() - begun) / 1_000);
  const expected = (count * sockets) / people.length;
  const told = () => screens.reduce((sum, { delays }) => sum + delays.length, 0);
  await eventually('every event on every screen', () => told() >= expected);
  const delays = screens.flatMap((screen) => screen.delays);
  for (const screen of screens) screen.close();
  return { importsASecond, p50: quantile(delays, 0.5), p99: quantile(delays, 0.99) };
}
