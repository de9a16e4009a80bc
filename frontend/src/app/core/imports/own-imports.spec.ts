import { ImportResult } from '@cartable/contract';
import { OwnImports } from './own-imports';

const result = (id: string) => ({ collection: { id } }) as ImportResult;

describe('what this tab imported', () => {
  it('is known even when its event comes before the answer', async () => {
    const own = new OwnImports();
    let answer = (_: ImportResult) => {};
    const importing = own.during(() => new Promise((resolve) => (answer = resolve)));
    const asked = own.has('volcans');
    answer(result('volcans'));
    expect(await asked).toBe(true);
    expect((await importing).collection.id).toBe('volcans');
  });

  it('is nothing when the import failed', async () => {
    const own = new OwnImports();
    await expect(own.during(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(await own.has('volcans')).toBe(false);
  });
});
