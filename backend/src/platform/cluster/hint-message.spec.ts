import { randomUUID } from 'node:crypto';
import { hintPayloads, readHint } from './hint-message';

describe('the payloads of hints', () => {
  it('stay below the 8,000 bytes of Postgres, and lose no id', () => {
    const ids = Array.from({ length: 1_000 }, () => randomUUID());
    const payloads = hintPayloads(randomUUID(), 'sessions', ids);
    expect(Math.max(...payloads.map((one) => Buffer.byteLength(one)))).toBeLessThan(8_000);
    expect(payloads.flatMap((one) => readHint(one)?.ids)).toEqual(ids);
  });

  it('of somebody else are passed over', () => {
    expect(readHint('')).toBeNull();
    expect(readHint('somebody says things')).toBeNull();
  });
});
