import { partsOf } from './parts';

describe('the parts of a file', () => {
  it('hold together who has a line for each class', () => {
    const lines = ['Roy', 'Petit', 'ROY', 'Blanc', 'Faure'].map((displayName, index) => ({
      line: index + 2,
      displayName,
      classes: `${index}e`,
    }));
    const parts = partsOf(lines, 2);
    expect(parts.map((part) => part.map(({ line }) => line))).toEqual([[2, 4], [3, 5], [6]]);
  });
});
