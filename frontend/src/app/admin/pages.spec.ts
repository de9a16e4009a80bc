import { Pages } from './pages';

const page = (items: number[], next: string | null = null) => ({ items, next });

/** A list whose readings are answered by hand, in any order: by the cursors that they go on from. */
async function listInHands() {
  const waiting: [string, (answer: ReturnType<typeof page>) => void][] = [];
  const list = new Pages<number>((cursor = 'top') => {
    return new Promise((resolve) => waiting.push([cursor, resolve]));
  });
  const answer = async (cursor: string, ...[items, next]: Parameters<typeof page>) => {
    const at = waiting.findIndex(([asked]) => asked === cursor);
    waiting.splice(at, 1)[0]?.[1](page(items, next));
    // Whatever comes of it is no more than a few promises away.
    for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
  };
  void list.load();
  await answer('top', [1, 2], 'after 2');
  return { list, answer };
}

describe('a list that is read page by page', () => {
  it('grows to its end', async () => {
    const answers = [page([1, 2], 'a'), page([3])];
    const list = new Pages<number>(() => Promise.resolve(answers.shift() ?? page([])));
    await list.load();
    expect(list.hasMore()).toBe(true);
    await list.loadMore();
    expect([list.items(), list.hasMore()]).toEqual([[1, 2, 3], false]);
  });

  it('shows nothing of an older question that is answered late', async () => {
    const waiting: ((answer: ReturnType<typeof page>) => void)[] = [];
    const list = new Pages<number>(() => new Promise((resolve) => waiting.push(resolve)));
    const [older, newer] = [list.load(), list.load()];
    waiting[1]?.(page([2]));
    waiting[0]?.(page([1]));
    await Promise.all([older, newer]);
    expect(list.items()).toEqual([2]);
  });

  it('is read again as far as it goes, without being emptied', async () => {
    let answers = [page([1, 2], 'a'), page([3, 4], 'b')];
    const list = new Pages<number>(() => {
      const answer = answers.shift();
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('no network'));
    });
    await list.load();
    await list.loadMore();
    await list.refresh();
    expect([list.status(), list.items()]).toEqual(['ready', [1, 2, 3, 4]]);
    answers = [page([0, 1], 'a'), page([2, 3], 'b'), page([4])];
    await list.refresh();
    expect([list.items(), list.hasMore()]).toEqual([[0, 1, 2, 3], true]);
  });

  it('is read again from its top, and what stands behind stays', async () => {
    let answers = [page([9, 8], 'a'), page([7, 6], 'b')];
    const list = new Pages<number>(() => Promise.resolve(answers.shift() ?? page([])));
    await list.load();
    await list.loadMore();
    const behind = (one: number, last: number) => one < last;
    answers = [page([10, 8], 'c')];
    await list.refreshTop(behind);
    expect(list.items()).toEqual([10, 8, 7, 6]);
    answers = [page([10])];
    await list.refreshTop(behind);
    expect([list.items(), list.hasMore()]).toEqual([[10], false]);
  });

  it('misses nothing when it is read again while its rest is on the way', async () => {
    const { list, answer } = await listInHands();
    void list.refresh();
    void list.loadMore();
    await answer('top', [0, 1], 'after 1');
    await answer('after 2', [3]);
    await answer('after 1', [2, 3]);
    expect([list.items(), list.hasMore()]).toEqual([[0, 1, 2, 3], false]);
  });

  it('shows nobody twice who moved up meanwhile', async () => {
    const { list, answer } = await listInHands();
    void list.refresh();
    void list.loadMore();
    await answer('top', [2, 3], 'after 3');
    await answer('after 2', [3, 4]);
    await answer('after 3', [4]);
    expect([list.items(), list.hasMore()]).toEqual([[2, 3, 4], false]);
  });

  it('brings the rest that was asked for, though it is read again just then', async () => {
    const { list, answer } = await listInHands();
    void list.loadMore();
    void list.refresh();
    await answer('after 2', [3]);
    await answer('top', [1, 2], 'after 2');
    await answer('after 2', [3]);
    expect([list.items(), list.hasMore()]).toEqual([[1, 2, 3], false]);
  });

  it('brings no rest of what was asked for before', async () => {
    const { list, answer } = await listInHands();
    void list.loadMore();
    void list.load();
    await answer('after 2', [3], 'after 3');
    expect([list.items(), list.hasMore()]).toEqual([[1, 2], false]);
    await answer('top', [7, 8], 'after 8');
    expect([list.items(), list.hasMore()]).toEqual([[7, 8], true]);
  });

  it('says that its rest could not be read', async () => {
    const answers = [Promise.resolve(page([1], 'a')), Promise.reject(new Error('no network'))];
    const list = new Pages<number>(() => answers.shift() ?? Promise.resolve(page([2])));
    await list.load();
    await list.loadMore();
    expect([list.stuck(), list.items()]).toEqual([true, [1]]);
    await list.loadMore();
    expect([list.stuck(), list.items()]).toEqual([false, [1, 2]]);
  });

  it('says that it could not be read, shows nothing of an older question, and can be asked again', async () => {
    let answers = [page([0], 'a')];
    const list = new Pages<number>(() => {
      const answer = answers.shift();
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('no network'));
    });
    await list.load();
    await list.load();
    expect([list.status(), list.items(), list.hasMore()]).toEqual(['failed', [], false]);
    answers = [page([1])];
    await list.load();
    expect([list.status(), list.items()]).toEqual(['ready', [1]]);
  });
});
