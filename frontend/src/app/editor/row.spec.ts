import { Card } from '@cartable/contract';
import { Draft, rowsOf } from './row';

const card = (id: string): Card => ({
  id,
  front: `recto ${id}`,
  back: 'verso',
  position: 1,
  rev: 1,
});
const fresh = (front: string, below?: string): Draft => ({ front, back: '', base: null, below });
const none = new Set<string>();

describe('the rows of the editor', () => {
  it('are the cards, what is typed over them, and an empty row at the end', () => {
    const drafts = new Map([['a', { front: 'typed', back: 'verso', base: card('a') }]]);
    const rows = rowsOf([card('a'), card('b')], drafts, none, 'new');
    expect(rows.map(({ key, front }) => [key, front])).toEqual([
      ['a', 'typed'],
      ['b', 'recto b'],
      ['new', ''],
    ]);
  });

  it('keep their keys when the server has taken a new card', () => {
    const before = rowsOf([card('a')], new Map([['c', fresh('x')]]), none, 'new');
    const after = rowsOf([card('a'), card('c')], new Map(), none, 'new');
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  });

  it('stand where they were put in between, one below the other', () => {
    const drafts = new Map([
      ['c', fresh('under a', 'a')],
      ['d', fresh('under c', 'c')],
    ]);
    const rows = rowsOf([card('a'), card('b')], drafts, none, 'new');
    expect(rows.map(({ key }) => key)).toEqual(['a', 'c', 'd', 'b', 'new']);
  });

  it('keep what was typed into a card that was removed elsewhere', () => {
    const drafts = new Map([['gone', { front: 'typed', back: '', base: card('gone') }]]);
    const rows = rowsOf([card('a')], drafts, none, 'new');
    expect(rows.map(({ front }) => front)).toEqual(['recto a', 'typed', '']);
  });

  it('leave out what is about to be deleted', () => {
    const rows = rowsOf([card('a'), card('b')], new Map(), new Set(['a']), 'new');
    expect(rows.map(({ key }) => key)).toEqual(['b', 'new']);
  });
});
