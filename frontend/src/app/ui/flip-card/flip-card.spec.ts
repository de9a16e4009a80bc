import { TestBed } from '@angular/core/testing';
import { FlipCard } from './flip-card';

describe('a card', () => {
  const lay = async (words: Record<string, string>) => {
    const fixture = TestBed.createComponent(FlipCard);
    const element = fixture.nativeElement as HTMLElement;
    const set = async (inputs: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(inputs))
        fixture.componentRef.setInput(name, value);
      await fixture.whenStable();
    };
    await set({
      cardId: 'a',
      frontName: 'Recto',
      backName: 'Verso',
      turnLabel: 'Retourner',
      ...words,
    });
    return {
      set,
      turn: async () => {
        fixture.componentInstance.turn();
        await fixture.whenStable();
      },
      side: (name: 'front' | 'back') => element.querySelector(`.${name} .words`)?.textContent,
    };
  };

  it('takes new words while it lies face up', async () => {
    const card = await lay({ front: 'chat', back: 'cat' });
    await card.set({ front: 'un chat', back: 'a cat' });
    expect(card.side('front')).toBe('un chat');
    await card.turn();
    expect(card.side('back')).toBe('a cat');
  });

  it('keeps its words while it is turned, and takes the new ones when it is turned back', async () => {
    const card = await lay({ front: 'chat', back: 'cat' });
    await card.turn();
    await card.set({ front: 'un chat', back: 'a cat' });
    expect(card.side('back')).toBe('cat');
    await card.turn();
    expect(card.side('front')).toBe('un chat');
  });

  it('writes its back when it is first turned, and leaves it there', async () => {
    const card = await lay({ front: 'chat', back: 'cat' });
    expect(card.side('back')).toBe('');
    await card.turn();
    await card.turn();
    expect(card.side('back')).toBe('cat');
  });

  it('shows another card at once, even when that is turned, too', async () => {
    const card = await lay({ front: 'chat', back: 'cat' });
    await card.turn();
    await card.set({ cardId: 'b', front: 'chien', back: 'dog' });
    expect(card.side('back')).toBe('dog');
  });
});
