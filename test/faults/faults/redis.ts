import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './fault';

/** Faults of Redis, of which delivery must take no notice. */
export const redisFaults: readonly Fault[] = [
  {
    name: 'Redis killed',
    targets: ['redis'],
    strike: async ({ redis }) => {
      await redis?.kill();
      await wait(500);
      await redis?.begin();
    },
  },
  {
    name: 'Redis asleep',
    targets: ['redis'],
    strike: ({ redis }) => redis?.command(['DEBUG', 'SLEEP', '2']) ?? Promise.resolve(),
  },
  {
    name: 'Redis emptied',
    targets: ['redis'],
    strike: ({ redis }) => redis?.command(['FLUSHALL']) ?? Promise.resolve(),
  },
];
