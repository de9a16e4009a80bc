import { codeRange, wordsQuery } from './words';

describe('a search', () => {
  it('is for the beginnings of words, without case, accents or signs', () => {
    expect(wordsQuery('L’Été, Œuvre')).toBe(`'l':* & 'ete':* & 'oeuvre':*`);
  });

  it('without a word finds none', () => {
    expect(wordsQuery(`!' :* |`)).toBeNull();
  });

  it('is for a code, too, as far as it can be one', () => {
    expect(codeRange('bk-r')).toEqual({ first: 'BKRBBBBB', last: 'BKRZZZZZ' });
    expect(codeRange('BKRT-MVPL')).toEqual({ first: 'BKRTMVPL', last: 'BKRTMVPL' });
    expect(codeRange('volcans')).toBeNull();
    expect(codeRange('BKRTMVPLB')).toBeNull();
  });
});
