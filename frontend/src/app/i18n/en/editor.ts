import type { editor as french } from '../fr/editor';

export const editor: typeof french = {};
