import { Alike } from '@cartable/contract';
import { answersTo, decide, decideAll, LATER, likely, NEW, sumOf } from './decisions';

const one = (lines: number[], ids: string[], more: Partial<Alike> = {}): Alike => ({
  lines,
  likely: null,
  people: ids.map((id) => ({
    id,
    displayName: id,
    name: id,
    externalId: null,
    isDisabled: id === 'gone',
    classes: [],
    formerClasses: [],
    moves: id === 'a',
  })),
  ...more,
});

describe('who somebody of a file is', () => {
  const alike = [
    one([2, 9], ['a']),
    one([3], ['b', 'c']),
    one([4], ['d'], { likely: 'd' }),
    one([5], ['gone']),
  ];

  it('is decided only where it is likely', () => {
    expect([...likely(alike)]).toEqual([[4, 'd']]);
    expect(sumOf(alike, likely(alike))).toEqual({ created: 0, changed: 1, moving: 0, later: 4 });
  });

  it('can be decided for all of whom nobody doubts it', () => {
    expect([...decideAll(alike, 'same')]).toEqual([
      [2, 'a'],
      [4, 'd'],
    ]);
    expect([...decideAll([...alike, one([6], ['d'])], 'same')]).toEqual([[2, 'a']]);
    expect(sumOf(alike, decideAll(alike, 'same'))).toMatchObject({ changed: 2, moving: 1 });
    expect(sumOf(alike, decideAll(alike, 'new'))).toMatchObject({ created: 4, later: 0 });
  });

  it('is one person for each account', () => {
    const twins = [one([2], ['a']), one([3], ['a'])];
    const first = decide(new Map(), twins[0] as Alike, 'a');
    expect([...decide(first, twins[1] as Alike, 'a')]).toEqual([[3, 'a']]);
    const both = twins.reduce((decisions, twin) => decide(decisions, twin, NEW), first);
    expect(sumOf(twins, both)).toMatchObject({ created: 2, changed: 0 });
  });

  it('is what the server is told: of undecided lines nothing, of others that they are new', () => {
    const answer = answersTo(
      alike,
      new Map([
        [2, 'a'],
        [3, NEW],
        [4, LATER],
      ]),
    );
    expect([2, 9, 3, 4, 5, 6].map(answer)).toEqual(['a', 'a', null, undefined, undefined, null]);
  });
});
