import type { collection as french } from '../fr/collection';

export const collection: typeof french = {};
