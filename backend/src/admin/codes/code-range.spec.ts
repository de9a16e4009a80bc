import { codeRange } from './code-range';

describe('a search for codes', () => {
  it('is for a code as far as it can be one', () => {
    expect(codeRange('bk-r')).toEqual({ first: 'BKRBBBBB', last: 'BKRZZZZZ' });
    expect(codeRange('BKRT-MVPL')).toEqual({ first: 'BKRTMVPL', last: 'BKRTMVPL' });
    expect(codeRange('volcans')).toBeNull();
    expect(codeRange('BKRTMVPLB')).toBeNull();
  });
});
