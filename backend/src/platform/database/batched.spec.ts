import { batched } from './batched';

describe('batched', () => {
  it('reads once for all who ask in one turn, and answers each', async () => {
    const reads: (readonly number[])[] = [];
    const ask = batched<number, number>((keys) => {
      reads.push(keys);
      return Promise.resolve(keys.map((key) => key * 2));
    });
    expect(await Promise.all([ask(1), ask(2), ask(1)])).toEqual([2, 4, 2]);
    expect(reads).toEqual([[1, 2, 1]]);
  });

  it('keeps nothing: who asks later is told what is so then', async () => {
    let now = 1;
    const ask = batched<string, number>((keys) => Promise.resolve(keys.map(() => now)));
    expect(await ask('a')).toBe(1);
    now = 2;
    expect(await ask('a')).toBe(2);
  });

  it('tells all who ask when the read fails', async () => {
    const ask = batched<string, number>(() => Promise.reject(new Error('away')));
    const answers = await Promise.allSettled([ask('a'), ask('b')]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
