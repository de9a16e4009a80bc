import { FirstSchema1795424400000 } from './migrations/1795424400000-first-schema';
import { EventBodyUsers1795446000000 } from './migrations/1795446000000-event-body-users';

/** All migrations, oldest first. */
export const migrations = [FirstSchema1795424400000, EventBodyUsers1795446000000];
