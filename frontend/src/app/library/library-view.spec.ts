import { Collection } from '@cartable/contract';
import { libraryView } from './library-view';

const collection = (title: string, rest: Partial<Collection> = {}): Collection => ({
  id: '00000000-0000-4000-8000-000000000000',
  title,
  description: '',
  owner: { id: '00000000-0000-4000-8000-000000000001', displayName: 'M. Martin' },
  cardCount: 3,
  rev: 1,
  frozen: false,
  updatedAt: '2026-11-01T08:00:00Z',
  role: 'follower',
  addedAt: '2026-11-01T08:00:00Z',
  ...rest,
});

const all = [
  collection('Élèves célèbres', { cardCount: 5, addedAt: '2026-11-03T08:00:00Z' }),
  collection('Zoologie', { role: 'owner', cardCount: 40 }),
  collection('Le cœur', { description: 'SVT', addedAt: '2026-11-02T08:00:00Z' }),
];
const titles = (
  search: string,
  show: 'all' | 'mine' | 'followed',
  sort: 'recent' | 'title' | 'size',
) => libraryView(all, { search, show, sort }, 'fr').map((one) => one.title);

describe('the list of collections', () => {
  it('finds titles without accents, ligatures or capitals', () => {
    expect(titles('ELEVES', 'all', 'title')).toEqual(['Élèves célèbres']);
    expect(titles('coeur', 'all', 'title')).toEqual(['Le cœur']);
  });

  it('wants every word, be it in the author or the description', () => {
    expect(titles('svt martin', 'all', 'title')).toEqual(['Le cœur']);
    expect(titles('svt keller', 'all', 'title')).toEqual([]);
  });

  it('sorts E with and without accent together, newest first, largest first', () => {
    expect(titles('', 'all', 'title')).toEqual(['Élèves célèbres', 'Le cœur', 'Zoologie']);
    expect(titles('', 'all', 'recent')).toEqual(['Élèves célèbres', 'Le cœur', 'Zoologie']);
    expect(titles('', 'all', 'size')).toEqual(['Zoologie', 'Élèves célèbres', 'Le cœur']);
  });

  it('separates what is mine from what I follow', () => {
    expect(titles('', 'mine', 'title')).toEqual(['Zoologie']);
    expect(titles('', 'followed', 'title')).toEqual(['Élèves célèbres', 'Le cœur']);
  });
});
