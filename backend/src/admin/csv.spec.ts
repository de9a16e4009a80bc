import { cell } from './csv';

describe('a cell of a CSV file', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1', '＠x'])(
    'holds no formula: %j',
    (text) => {
      expect(cell(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('keeps quotes, separators and lines inside their cell', () => {
    expect(cell('a;"b"\nc')).toBe('"a;""b""\nc"');
    expect(cell('Mme Durand')).toBe('Mme Durand');
  });
});
