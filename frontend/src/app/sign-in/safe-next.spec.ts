import { codeIn, safeNext } from './safe-next';

const ORIGIN = 'https://cartable.example';

describe('where sign-in leads', () => {
  it('keeps a path of this site, with its query', () => {
    expect(safeNext('/i/BKRT-MVPL', ORIGIN)).toBe('/i/BKRT-MVPL');
    expect(safeNext('/collections?sort=title', ORIGIN)).toBe('/collections?sort=title');
  });

  it.each([
    undefined,
    '',
    'collections',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
  ])('goes home rather than to %p', (next) => {
    expect(safeNext(next, ORIGIN)).toBe('/collections');
  });

  it('sees the code that waits', () => {
    expect(codeIn('/i/bkrt-mvpl')).toBe('BKRT-MVPL');
    expect(codeIn('/collections')).toBeUndefined();
  });
});
