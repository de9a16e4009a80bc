import { SHARE_CODE_ALPHABET } from '@cartable/contract';
import { drawShareCode, isOffensive } from './share-code-draw';

/** Picks the letters of these codes, one after another. */
function picking(...codes: string[]) {
  const letters = [...codes.join('')];
  return () => SHARE_CODE_ALPHABET.indexOf(letters.shift() ?? 'B');
}

describe('drawing a share code', () => {
  it('takes eight letters of the alphabet', () => {
    for (let n = 0; n < 500; n += 1) expect(drawShareCode()).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/);
  });

  it('draws again while the code holds an offensive run', () => {
    expect(drawShareCode(picking('BCNTMDFG', 'FDPBCDGH', 'BKRTMVPL'))).toBe('BKRTMVPL');
  });

  it('knows a run wherever it stands', () => {
    expect(['FCKBBBBB', 'BBBBBFCK', 'BBKKKBBB'].every(isOffensive)).toBe(true);
    expect(isOffensive('BKRTMVPL')).toBe(false);
  });
});
