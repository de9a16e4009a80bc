import { FirstSchema1795424400000 } from './migrations/1795424400000-first-schema';

/** All migrations, oldest first. */
export const migrations = [FirstSchema1795424400000];
