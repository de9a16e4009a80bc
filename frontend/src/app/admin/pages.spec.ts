import { Pages } from './pages';

const page = (items: number[], next: string | null = null) => ({ items, next });

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
