import { ImportResult } from '@cartable/contract';
import { OwnImports } from './own-imports';

const result = (id: string) => ({ collection: { id } }) as ImportResult;

describe('what this tab imported', () => {
  it('is known even when its event comes before the answer', async () => {
    const own = new OwnImports();
    let answer = (_: ImportResult) => {};
    const importing = own.during(() => new Promise((resolve) => (answer = resolve)));
    const asked = own.claim('volcans');
    answer(result('volcans'));
    expect(await asked).toBe(true);
    expect((await importing).collection.id).toBe('volcans');
  });

  it('is its own arrival only: the next one comes from elsewhere', async () => {
    const own = new OwnImports();
    await own.during(() => Promise.resolve(result('volcans')));
    expect([await own.claim('volcans'), await own.claim('volcans')]).toEqual([true, false]);
  });

  it('is nothing when the import failed', async () => {
    const own = new OwnImports();
    await expect(own.during(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await own.claim('volcans')).toBe(false);
  });
});
