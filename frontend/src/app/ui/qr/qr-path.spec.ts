import { qrPath } from './qr-path';

describe('qrPath', () => {
  it('joins neighbours in a row and leaves the light ones out', () => {
    expect(
      qrPath([
        [true, true, false, true],
        [false, false, false, false],
        [false, true, false, false],
      ]),
    ).toBe('M0 0h2v1h-2zM3 0h1v1h-1zM1 2h1v1h-1z');
  });
});
