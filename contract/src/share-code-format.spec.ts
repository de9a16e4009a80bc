import { formatShareCode, readShareCode } from './share-code-format';

describe('reading a share code', () => {
  it.each([
    'BKRTMVPL',
    'bkrt-mvpl',
    ' BKRT MVPL ',
    'bkrt–mvpl',
    'https://cards.school.example/i/BKRT-MVPL',
    'cards.school.example/i/bkrtmvpl?from=board#x',
  ])('takes %s as a person writes it', (typed) => {
    expect(readShareCode(typed)).toEqual({ state: 'complete', code: 'BKRTMVPL' });
  });

  it('tells what is not finished, what is no letter of a code, and what is too long', () => {
    expect(readShareCode('bkr')).toEqual({ state: 'partial', code: 'BKR' });
    expect(readShareCode('BKRT-A')).toEqual({ state: 'wrong-letter', letter: 'A' });
    expect(readShareCode('BKRT-1')).toEqual({ state: 'wrong-letter', letter: '1' });
    expect(readShareCode('BKRTMVPLB')).toEqual({ state: 'too-long' });
  });

  it('writes it with a hyphen in the middle', () => {
    expect(['BKR', 'BKRT', 'BKRTM', 'BKRTMVPL'].map(formatShareCode)).toEqual([
      'BKR',
      'BKRT',
      'BKRT-M',
      'BKRT-MVPL',
    ]);
  });
});
