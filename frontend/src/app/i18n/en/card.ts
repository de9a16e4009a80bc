import type { card as french } from '../fr/card';

export const card: typeof french = {
  front: 'Front',
  back: 'Back',
  turn: 'Turn the card over',
};
