import { FirstCard } from '@cartable/contract';
import { sheetsOf } from './sheets';

const card = (displayName: string, ...classes: string[]): FirstCard => ({
  id: displayName,
  displayName,
  name: displayName,
  password: '',
  until: '',
  classes,
});

describe('sheets of cards', () => {
  it('lie class by class, in the order of people', () => {
    const sheets = sheetsOf([card('a', '10e A'), card('b', '9e A'), card('c'), card('d', '10e A')]);
    expect(sheets.map(({ name, cards }) => [name, cards.map(({ id }) => id).join('')])).toEqual([
      ['', 'c'],
      ['9e A', 'b'],
      ['10e A', 'ad'],
    ]);
  });

  it('lay who is in several classes with the first of them, so that one class is one pile', () => {
    const sheets = sheetsOf([
      card('a', 'Chorale', '4e B'),
      card('b', '4e B'),
      card('c', 'Chorale'),
    ]);
    expect(sheets.map(({ name, cards }) => [name, cards.length])).toEqual([
      ['4e B', 2],
      ['Chorale', 1],
    ]);
  });
});
