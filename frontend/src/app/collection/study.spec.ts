import { TestBed } from '@angular/core/testing';
import { Card } from '@cartable/contract';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { Study } from './study';

const card = (id: string, front = `recto ${id}`): Card => ({
  id,
  front,
  back: `verso ${id}`,
  position: 1,
  rev: 1,
});

function studying(cards: Card[]) {
  TestBed.configureTestingModule({
    imports: [TranslocoTestingModule.forRoot({ langs: { fr: {} } })],
  });
  const fixture = TestBed.createComponent(Study);
  const see = async (next: Card[]) => {
    fixture.componentRef.setInput('cards', next);
    await fixture.whenStable();
  };
  const press = async (key: string, held: KeyboardEventInit = {}) => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key, ...held }));
    await fixture.whenStable();
  };
  const element = fixture.nativeElement as HTMLElement;
  const text = (selector: string) => element.querySelector(selector)?.textContent?.trim();
  return {
    ready: see(cards),
    see,
    press,
    front: () => text('.front .words'),
    number: () => text('.head [role=status]'),
    note: () => text('.note'),
    turned: () => element.querySelector('.turned') !== null,
  };
}

describe('studying', () => {
  it('keeps the card as it is while it is looked at, and shows the edit on the next visit', async () => {
    const study = studying([card('a'), card('b')]);
    await study.ready;
    await study.press('ArrowRight');
    await study.see([card('a'), card('b', 'new words')]);
    expect(study.front()).toBe('recto b');
    expect(study.note()).toContain('study.changed');
    await study.press('ArrowLeft');
    await study.press('ArrowRight');
    expect(study.front()).toBe('new words');
    expect(study.note()).toBe('');
  });

  it('leaves a removed card in view, and goes on with the one that took its place', async () => {
    const study = studying([card('a'), card('b'), card('c')]);
    await study.ready;
    await study.press('ArrowRight');
    await study.see([card('a'), card('c')]);
    expect([study.front(), study.number()]).toEqual(['recto b', '2 / 2']);
    expect(study.note()).toContain('study.removed');
    await study.press('ArrowRight');
    expect(study.front()).toBe('recto c');
  });

  it('turns with Space, and shows the next card face up', async () => {
    const study = studying([card('a'), card('b')]);
    await study.ready;
    await study.press(' ');
    expect(study.turned()).toBe(true);
    await study.press('ArrowRight');
    expect(study.turned()).toBe(false);
  });

  it('leaves the browser its own keys', async () => {
    const study = studying([card('a'), card('b')]);
    await study.ready;
    await study.press('ArrowRight', { altKey: true });
    expect(study.front()).toBe('recto a');
  });
});
