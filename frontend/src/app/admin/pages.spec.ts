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

  it('says that it could not be read, and can be asked again', async () => {
    const answers = [Promise.reject(new Error('no network')), Promise.resolve(page([1]))];
    const list = new Pages<number>(() => answers.shift() ?? Promise.resolve(page([])));
    await list.load();
    expect(list.status()).toBe('failed');
    await list.load();
    expect([list.status(), list.items()]).toEqual(['ready', [1]]);
  });
});
