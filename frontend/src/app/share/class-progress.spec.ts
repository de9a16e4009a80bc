import { arrived } from './class-progress';

const progress = {
  id: 'c',
  name: '4e B',
  size: 3,
  have: 1,
  missing: [
    { id: 'a', displayName: 'Inès B.' },
    { id: 'b', displayName: 'Léo D.' },
  ],
};

describe('a class that fills', () => {
  it('counts a pupil who comes, and no longer misses them', () => {
    expect(arrived(progress, 'a')).toEqual({
      ...progress,
      have: 2,
      missing: [{ id: 'b', displayName: 'Léo D.' }],
    });
  });

  it('counts nobody twice, and no teacher', () => {
    expect(arrived(arrived(progress, 'a'), 'a').have).toBe(2);
    expect(arrived(progress, 'teacher')).toBe(progress);
  });
});
