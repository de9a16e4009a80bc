import type { card as french } from '../fr/card';

export const card: typeof french = {};
