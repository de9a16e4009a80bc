import { Card, Collection, CollectionWithCards, EventData } from '@cartable/contract';
import { Action } from '@ngrx/store';
import { answerActions, detailActions, listActions, streamActions } from './collections.actions';
import { collectionsFeature } from './collections.feature';
import { CollectionsState, initialState } from './collections.state';
import { split } from './merge';

const AT = '2026-11-23T10:00:00.000Z';
const card = (id: string, rev: number, position = 1): Card => ({
  id,
  front: `${id}@${rev}`,
  back: '',
  position,
  rev,
});
const whole = (rev: number, cards: Card[] = [], id = 'volcans'): CollectionWithCards => ({
  id,
  title: `rev ${rev}`,
  description: '',
  owner: { id: 'martin', displayName: 'M. Martin' },
  cardCount: cards.length,
  rev,
  frozen: false,
  updatedAt: AT,
  role: 'follower',
  addedAt: AT,
  cards,
});
const summary = (rev: number, id = 'volcans'): Collection => {
  return split(whole(rev, [], id)).summary;
};
const updated = (rev: number, change: Partial<EventData<'collectionUpdated'>> = {}): Action =>
  streamActions.collectionUpdated({
    data: {
      collectionId: 'volcans',
      rev,
      cardCount: 1,
      updatedAt: AT,
      cards: [],
      removed: [],
      ...change,
    },
  });
const arrived = (rev: number, cards: Card[] = []): Action => {
  const { role, addedAt, ...collection } = whole(rev, cards);
  return streamActions.newCollection({ data: { collection, role, addedAt, message: '' } });
};
const removed = streamActions.collectionRemoved({
  data: { collectionId: 'volcans', title: 'x', by: 'M. Martin', reason: 'withdrawn' },
});

const after = (actions: Action[], from: CollectionsState = initialState): CollectionsState =>
  actions.reduce(collectionsFeature.reducer, from);
const fronts = (state: CollectionsState) => state.decks['volcans']?.cards.map(({ front }) => front);
const ready = after([
  listActions.loaded({ collections: [] }),
  arrived(3, [card('a', 1), card('b', 3, 2)]),
]);

describe('the store of collections', () => {
  it('shows an arriving collection, with its cards and as new until it is looked at', () => {
    expect(ready.entities['volcans']?.title).toBe('rev 3');
    expect(fronts(ready)).toEqual(['a@1', 'b@3']);
    expect(ready.fresh).toEqual({ volcans: 'new' });
    expect(after([listActions.looked({ id: 'volcans' })], ready).fresh).toEqual({});
  });

  it('applies the update that follows, to the list and to the cards', () => {
    const seen = after([listActions.looked({ id: 'volcans' })], ready);
    const next = after(
      [updated(4, { title: 'Volcans', cardCount: 2, cards: [card('c', 4, 0)], removed: ['a'] })],
      seen,
    );
    expect(next.entities['volcans']).toMatchObject({ title: 'Volcans', rev: 4, cardCount: 2 });
    expect(fronts(next)).toEqual(['c@4', 'b@3']);
    expect(next.fresh).toEqual({ volcans: 'updated' });
  });

  it('shows that administrators have hidden a collection of one’s own, until they restore it', () => {
    const moderated = (act: 'hidden' | 'restored' | 'message') =>
      streamActions.collectionModerated({
        data: { collectionId: 'volcans', title: 'x', act, text: '' },
      });
    const hidden = after([moderated('hidden'), moderated('message')], ready);
    expect(hidden.entities['volcans']?.hidden).toBe(true);
    expect(after([moderated('restored')], hidden).entities['volcans']?.hidden).toBe(false);
    expect(after([moderated('hidden')]).ids).toEqual([]);
  });

  it('names the account that a collection has come to', () => {
    const owner = { id: 'nobody', displayName: 'Compte supprimé' };
    expect(after([updated(4, { owner, frozen: true })], ready).entities['volcans']).toMatchObject({
      owner,
      frozen: true,
    });
  });

  it('ignores what it knows already', () => {
    expect(after([updated(3), updated(2)], ready)).toBe(ready);
  });

  it('asks for the collection when an update is missing, and takes the answer', () => {
    const behind = after([updated(6)], ready);
    expect(behind.stale).toEqual({ volcans: 6 });
    expect(behind.entities['volcans']?.rev).toBe(3);
    const fetched = after([detailActions.loaded({ collection: whole(6, [card('z', 6)]) })], behind);
    expect(fetched.stale).toEqual({});
    expect(fronts(fetched)).toEqual(['z@6']);
  });

  it('keeps asking while the collection can’t be fetched', () => {
    const failed = after(
      [updated(6), detailActions.loadFailed({ id: 'volcans', gone: false })],
      ready,
    );
    expect(failed.stale).toEqual({ volcans: 6 });
    expect(fronts(failed)).toEqual(['a@1', 'b@3']);
  });

  it('asks once more when an update was told while it was being fetched', () => {
    const behind = after([updated(6), updated(7)], ready);
    const fetched = after([detailActions.loaded({ collection: whole(6) })], behind);
    expect(fetched.stale).toEqual({ volcans: 7 });
    expect(fetched.stale).not.toBe(behind.stale);
    expect(after([detailActions.loaded({ collection: whole(7) })], fetched).stale).toEqual({});
  });

  it('does not bring a card back by an answer that is late', () => {
    const edited = updated(4, { cards: [card('a', 4)] });
    const gone = after([edited, updated(5, { removed: ['a'] })], ready);
    const late = answerActions.putCards({ id: 'volcans', cards: [card('a', 4)], rev: 4, at: AT });
    expect(fronts(after([late], gone))).toEqual(['b@3']);
  });

  it('never puts an older revision over a newer one', () => {
    const next = after(
      [
        answerActions.put({ collection: whole(2) }),
        listActions.loaded({ collections: [summary(2)] }),
      ],
      ready,
    );
    expect(next.entities['volcans']?.rev).toBe(3);
    expect(fronts(next)).toEqual(['a@1', 'b@3']);
  });

  it('drops a removed collection, also when it was just being read', () => {
    const reading = after([
      listActions.loaded({ collections: [summary(3)] }),
      detailActions.open({ id: 'volcans' }),
    ]);
    const late = after([removed, detailActions.loaded({ collection: whole(3) })], reading);
    expect(late.ids).toEqual([]);
    expect(late.decks['volcans']?.status).toBe('gone');
  });

  it('takes a collection that comes back', () => {
    const back = after([removed, arrived(4, [card('a', 1)])], ready);
    expect(back.ids).toEqual(['volcans']);
    expect(back.decks['volcans']?.status).toBe('ready');
  });

  it('finds out by a reading of the list what came, changed and went', () => {
    const known = after([
      listActions.loaded({ collections: [summary(1), summary(1, 'verbes')] }),
      detailActions.open({ id: 'volcans' }),
      detailActions.loaded({ collection: whole(1) }),
    ]);
    const next = after(
      [listActions.loaded({ collections: [summary(2), summary(1, 'thales')] })],
      known,
    );
    expect(next.ids).toEqual(['volcans', 'thales']);
    expect(next.fresh).toEqual({ volcans: 'updated', thales: 'new' });
    expect(next.stale).toEqual({ volcans: 2 });
  });

  it('keeps what this page imported while the list was first read', () => {
    const own = after([listActions.load(), answerActions.put({ collection: whole(1) })]);
    const read = after([listActions.loaded({ collections: [summary(1, 'verbes')] })], own);
    expect([...read.ids].sort()).toEqual(['verbes', 'volcans']);
    expect(read.decks['volcans']?.status).toBe('ready');
  });

  it('takes answers to edits in any order, and the events of the same edits after them', () => {
    const putCard = (one: Card) =>
      answerActions.putCards({ id: 'volcans', cards: [one], rev: one.rev, at: AT });
    const own = after([putCard(card('d', 5, 5)), putCard(card('c', 4, 4))], ready);
    expect(fronts(own)).toEqual(['a@1', 'b@3', 'c@4', 'd@5']);
    expect(own.entities['volcans']?.cardCount).toBe(4);
    const told = after(
      [
        updated(4, { cards: [card('c', 4, 4)], cardCount: 3 }),
        updated(5, { cards: [card('d', 5, 5)], cardCount: 4 }),
      ],
      own,
    );
    expect(told.stale).toEqual({});
    expect(told.entities['volcans']).toMatchObject({ rev: 5, cardCount: 4 });
    expect(fronts(told)).toEqual(fronts(own));
  });

  it('takes a removed card away', () => {
    const drop = answerActions.dropCard({ id: 'volcans', cardId: 'a', rev: 4, at: AT });
    const next = after([drop, updated(4, { removed: ['a'] })], ready);
    expect(fronts(next)).toEqual(['b@3']);
    expect(next.entities['volcans']).toMatchObject({ rev: 4, cardCount: 1 });
  });

  it('says when the list or the cards could not be read', () => {
    expect(after([listActions.load(), listActions.loadFailed()]).status).toBe('failed');
    const failed = after([
      detailActions.open({ id: 'volcans' }),
      detailActions.loadFailed({ id: 'volcans', gone: false }),
    ]);
    expect(failed.decks['volcans']?.status).toBe('failed');
  });
});
