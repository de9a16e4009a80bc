import type { Random } from '../random';
import type { Workload } from '../workload';
import type { World } from '../world';

/** What a fault takes for itself: two that want the same do not strike at once. */
export type Target = 'instances' | 'front' | 'database' | 'redis' | 'device';

export interface Fault {
  name: string;
  targets: readonly Target[];
  /** Resolves when it is over and what it broke stands again. */
  strike: (world: World, workload: Workload, random: Random) => Promise<unknown>;
}
