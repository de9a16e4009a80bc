import { Card } from '@cartable/contract';
import { rowsOf } from './row';

const card = (id: string): Card => ({
  id,
  front: `recto ${id}`,
  back: 'verso',
  position: 1,
  rev: 1,
});

describe('the rows of the editor', () => {
  it('are the cards, what is typed over them, and an empty row at the end', () => {
    const drafts = new Map([['a', { front: 'typed', back: 'verso', base: card('a') }]]);
    const rows = rowsOf([card('a'), card('b')], drafts, new Map(), new Set(), 'new');
    expect(rows.map(({ key, front }) => [key, front])).toEqual([
      ['a', 'typed'],
      ['b', 'recto b'],
      ['new', ''],
    ]);
  });

  it('keep the key of a row that was typed before the server named its card', () => {
    const drafts = new Map([['new-1', { front: 'x', back: '', base: null }]]);
    const before = rowsOf([card('a')], drafts, new Map(), new Set(), 'new-2');
    const after = rowsOf(
      [card('a'), card('c')],
      new Map(),
      new Map([['c', 'new-1']]),
      new Set(),
      'new-2',
    );
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  });

  it('leave out what is about to be deleted', () => {
    const rows = rowsOf([card('a'), card('b')], new Map(), new Map(), new Set(['a']), 'new');
    expect(rows.map(({ key }) => key)).toEqual(['b', 'new']);
  });
});
