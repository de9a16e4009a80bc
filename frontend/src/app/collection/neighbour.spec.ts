import { neighbour } from './neighbour';

const cards = ['a', 'b', 'c'].map((id, position) => ({
  id,
  position,
  front: id,
  back: '',
  rev: 1,
}));

describe('the next card', () => {
  it('is the one beside, and none past the ends', () => {
    expect(neighbour(cards, 0, 0, 1)?.id).toBe('b');
    expect(neighbour(cards, 2, 2, 1)).toBeUndefined();
    expect(neighbour(cards, 0, 0, -1)).toBeUndefined();
  });

  it('is the one that took the place of a card that is gone', () => {
    expect(neighbour(cards, -1, 1, 1)?.id).toBe('b');
    expect(neighbour(cards, -1, 3, 1)?.id).toBe('c');
    expect(neighbour(cards, -1, 1, -1)?.id).toBe('a');
    expect(neighbour([], -1, 0, 1)).toBeUndefined();
  });
});
