import type { share as french } from '../fr/share';

export const share: typeof french = {};
