import { setTimeout as wait } from 'node:timers/promises';
import { deviceFaults } from './faults/devices';
import type { Fault, Target } from './faults/fault';
import { instanceFaults } from './faults/instances';
import { networkFaults } from './faults/network';
import { postgresFaults } from './faults/postgres';
import { redisFaults } from './faults/redis';
import type { Workload } from './workload';
import type { World } from './world';

export const faults: readonly Fault[] = [
  ...instanceFaults,
  ...deviceFaults,
  ...networkFaults,
  ...postgresFaults,
  ...redisFaults,
];

export interface Plan {
  /** At least so many. */
  faults: number;
  /** How many strike at the same time, each at something else. */
  atOnce: number;
  /** Only these, in turn; else all, shuffled. */
  only?: readonly string[];
  /** Goes on until this, too, is true. */
  isEnough: () => boolean;
}

/** Breaks one thing after the other, or several at once, and mends each. */
export class Nemesis {
  /** How often each has struck. */
  readonly struck = new Map<string, number>();
  readonly skipped: string[];
  private readonly possible: Fault[];
  private readonly taken = new Set<Target>();
  private queue: Fault[] = [];
  private begun = 0;

  constructor(
    private readonly world: World,
    private readonly workload: Workload,
    private readonly plan: Plan,
    private readonly say: (line: string) => void,
  ) {
    const { only } = plan;
    const wanted = only ? only.map(named) : faults;
    this.possible = wanted.filter(({ targets }) => world.redis || !targets.includes('redis'));
    this.skipped = wanted.filter((one) => !this.possible.includes(one)).map(({ name }) => name);
  }

  async strike(): Promise<void> {
    await Promise.all(Array.from({ length: this.plan.atOnce }, () => this.strikeInTurn()));
  }

  private async strikeInTurn(): Promise<void> {
    while (this.possible.length > 0 && this.isWanted()) {
      const fault = this.next();
      if (fault) await this.strikeWith(fault);
      else await wait(20);
    }
  }

  private isWanted(): boolean {
    return this.begun < this.plan.faults || !this.plan.isEnough();
  }

  /** The first in the queue that wants nothing which another has; none: all do. */
  private next(): Fault | undefined {
    if (this.queue.length === 0) {
      this.queue = this.plan.only ? [...this.possible] : this.world.random.shuffled(this.possible);
    }
    const isFree = ({ targets }: Fault) => !targets.some((target) => this.taken.has(target));
    const index = this.queue.findIndex(isFree);
    return index < 0 ? undefined : this.queue.splice(index, 1)[0];
  }

  private async strikeWith({ name, targets, strike }: Fault): Promise<void> {
    this.begun += 1;
    const random = this.world.random.fork(`fault ${this.begun}`);
    for (const target of targets) this.taken.add(target);
    try {
      await strike(this.world, this.workload, random);
    } catch (cause) {
      throw new Error(`the fault "${name}" failed`, { cause });
    }
    await wait(random.between(0, 400));
    for (const target of targets) this.taken.delete(target);
    this.struck.set(name, (this.struck.get(name) ?? 0) + 1);
    if (this.begun % 50 === 0) this.say(`${this.begun} faults …`);
  }
}

function named(name: string): Fault {
  const fault = faults.find((one) => one.name === name);
  if (!fault) throw new Error(`there is no fault called ${name}`);
  return fault;
}
