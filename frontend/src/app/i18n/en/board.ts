import type { board as french } from '../fr/board';

export const board: typeof french = {};
