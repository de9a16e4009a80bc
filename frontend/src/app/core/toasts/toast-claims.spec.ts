import { ToastClaims } from './toast-claims';

describe('the tabs of one browser', () => {
  beforeEach(() => localStorage.clear());

  it('share each toast among them once', async () => {
    const [one, other] = [new ToastClaims(), new ToastClaims()];
    const claimed = [await one.claim(['a', 'b']), await other.claim(['b', 'c'])];
    expect(claimed.map((keys) => [...keys])).toEqual([['a', 'b'], ['c']]);
  });

  it('remember the recent ones only', async () => {
    const claims = new ToastClaims();
    await claims.claim(Array.from({ length: 500 }, (_, index) => String(index)));
    expect([...(await claims.claim(['499', '0']))]).toEqual(['0']);
  });
});
