import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';
import { check, CONVERGE_MS } from './checker';
import type { DeviceHistory, ImportCall } from './history';
import type { Violation } from './invariants';
import { Nemesis, Plan } from './nemesis';
import { Random } from './random';
import { Workload } from './workload';
import { World, WorldOptions } from './world';

export interface RunOptions extends WorldOptions {
  seed: number;
  /** At least so many of each. */
  faults: number;
  events: number;
  connects: number;
  /** How many faults strike at the same time. */
  atOnce: number;
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
    const nemesis = new Nemesis(world, workload, plan(world, options), say);
    await nemesis.strike();
    const end = Date.now();
    await workload.stop();
    await converge(world, end);
    const truth = await world.truth();
    const devices = world.devices.map(({ history }) => history);
    return {
      seed: options.seed,
      seconds: Math.round((Date.now() - began) / 1_000),
      faults: nemesis.struck,
      skipped: nemesis.skipped,
      imports: world.imports,
      edits: workload.edits,
      devices,
      violations: check({
        imports: world.imports,
        devices,
        truth,
        complaints: [...world.complaints, ...ended(world)],
      }),
    };
  } catch (error) {
    // Before the world is closed, which may fail as well.
    process.stderr.write(`${inspect(error)}\n`);
    throw error;
  } finally {
    await world.close();
  }
}

function plan(world: World, { faults, events, connects, only, atOnce }: RunOptions): Plan {
  const sum = (of: (history: DeviceHistory) => number) =>
    world.devices.reduce((total, { history }) => total + of(history), 0);
  const isEnough = () =>
    sum(({ steps }) => steps.length) >= events && sum((history) => history.connects) >= connects;
  return { faults, only, atOnce, isEnough };
}

function ended({ servers }: World): Violation[] {
  return servers.flatMap(({ name, lastWords }) =>
    lastWords.map((words) => ({ invariant: 'S1', what: `${name}, after saying\n${words}` })),
  );
}

/**
 * Waits until every device stands where the journal stands, and notes when; gives up in time. What was under way when the last
 * call was given up may still be written, so the journal is looked at again and again.
 */
async function converge(world: World, lastFault: number): Promise<void> {
  const { devices } = world;
  const until = Date.now() + CONVERGE_MS;
  do {
    const heads = await world.heads();
    for (const device of devices) {
      const { history } = device;
      if (!device.stands(heads.get(device.account.id))) history.convergedMs = null;
      else history.convergedMs ??= Date.now() - lastFault;
    }
    await wait(50);
  } while (devices.some(({ history }) => history.convergedMs === null) && Date.now() < until);
}
