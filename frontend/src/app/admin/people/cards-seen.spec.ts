import { FirstCard } from '@cartable/contract';
import { CardsSeen } from './cards-seen';

const cards = (...ids: string[]) => ids.map((id) => ({ id }) as FirstCard);

describe('what became of cards', () => {
  it('is that those were seen that were shown, each once', () => {
    const of = new CardsSeen();
    expect(of.unseen(cards('a', 'b', 'c'))).toBe(3);
    of.see(cards('a', 'b'));
    of.see(cards('b'));
    expect(of.unseen(cards('a', 'b', 'c'))).toBe(1);
  });

  it('is that a class is printed when all of its cards are', () => {
    const of = new CardsSeen();
    of.see(cards('a', 'b'));
    of.print(cards('a'));
    expect(of.arePrinted(cards('a'))).toBe(true);
    expect(of.arePrinted(cards('a', 'b'))).toBe(false);
  });
});
