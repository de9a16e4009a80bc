import { setTimeout as wait } from 'node:timers/promises';
import { check, CONVERGE_MS } from './checker';
import type { DeviceHistory, ImportCall } from './history';
import type { Violation } from './invariants';
import { Fault, faults } from './nemesis';
import { Random } from './random';
import { Workload } from './workload';
import { World, WorldOptions } from './world';

export interface RunOptions extends WorldOptions {
  seed: number;
  /** At least so many of each. */
  faults: number;
  events: number;
  connects: number;
  /** Only these, in turn, each when the school is quiet; else all, shuffled, while it works. */
  only?: readonly string[];
  /** How long it works before it is quiet. */
  workMs?: number;
}

export interface RunResult {
  seed: number;
  seconds: number;
  faults: Map<string, number>;
  skipped: string[];
  imports: ImportCall[];
  edits: number;
  devices: DeviceHistory[];
  violations: Violation[];
}

/** Lets a school work while things break, then compares what everybody saw with what is written. */
export async function run(
  options: RunOptions,
  say: (line: string) => void = () => undefined,
): Promise<RunResult> {
  const random = new Random(options.seed);
  const began = Date.now();
  const world = await World.open(options, random);
  try {
    const workload = new Workload(world);
    await workload.start();
    await Promise.all(world.devices.map((device) => device.open()));
    if (options.only) {
      await wait(options.workMs ?? 0);
      await workload.stop();
    }
    const { struck, skipped } = await strike(world, workload, options, say);
    const end = Date.now();
    await workload.stop();
    await converge(world, end);
    const truth = await world.truth();
    const devices = world.devices.map(({ history }) => history);
    return {
      seed: options.seed,
      seconds: Math.round((Date.now() - began) / 1_000),
      faults: struck,
      skipped,
      imports: world.imports,
      edits: workload.edits,
      devices,
      violations: check({ imports: world.imports, devices, truth, complaints: world.complaints }),
    };
  } finally {
    await world.close();
  }
}

async function strike(
  world: World,
  workload: Workload,
  options: RunOptions,
  say: (line: string) => void,
) {
  const struck = new Map<string, number>();
  const wanted = options.only
    ? options.only.map((name) => faults.find((fault) => fault.name === name) as Fault)
    : faults;
  const possible = wanted.filter(({ isPossible }) => isPossible?.(world) ?? true);
  const skipped = wanted.filter((fault) => !possible.includes(fault)).map(({ name }) => name);
  let queue: Fault[] = [];
  for (let count = 0; count < options.faults || !isEnough(world, options); count += 1) {
    if (queue.length === 0) queue = options.only ? [...possible] : world.random.shuffled(possible);
    const fault = queue.shift() as Fault;
    await fault.strike(world, workload);
    struck.set(fault.name, (struck.get(fault.name) ?? 0) + 1);
    if ((count + 1) % 20 === 0) say(`${count + 1} faults …`);
    await wait(world.random.between(0, 400));
  }
  return { struck, skipped };
}

function isEnough({ devices }: World, { events, connects }: RunOptions): boolean {
  const sum = (of: (history: DeviceHistory) => number) =>
    devices.reduce((total, { history }) => total + of(history), 0);
  return (
    sum(({ steps }) => steps.length) >= events && sum((history) => history.connects) >= connects
  );
}

/** Waits until every device stands where the journal stands, and notes when; gives up in time. */
async function converge(world: World, lastFault: number): Promise<void> {
  const heads = await world.heads();
  const waiting = new Set(world.devices);
  const end = Date.now() + CONVERGE_MS;
  while (waiting.size > 0 && Date.now() < end) {
    for (const device of waiting) {
      const head = heads.get(device.account.id);
      if (!head || !device.stands(head)) continue;
      device.history.convergedMs = Date.now() - lastFault;
      waiting.delete(device);
    }
    await wait(20);
  }
}
