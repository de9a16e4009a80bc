import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import { FirstCard } from '@cartable/contract';
import { of } from 'rxjs';
import { Texts } from '../../i18n/texts';
import { CardsDialog, CardsShown } from './cards-dialog';
import { CardsSeen } from './cards-seen';

const cards = (count: number, name: string) =>
  Array.from({ length: count }, (_, n) => ({ id: `${name} ${n}`, classes: [name] }) as FirstCard);
/** More than are shown at once. */
const many = [...cards(19, '3e A'), ...cards(1_000, '3e B')];

describe('cards that are shown once', () => {
  const opens = (data: CardsShown, isSure = false) => {
    const close = jest.fn();
    const asked: string[] = [];
    const texts = { of: (key: string) => key, plural: (key: string, n: number) => `${key} ${n}` };
    const open = (_: unknown, { data }: { data: { heading: string } }) => {
      asked.push(data.heading);
      return { afterClosed: () => of(isSure) };
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: data },
        { provide: MatDialog, useValue: { open } },
        { provide: MatDialogRef, useValue: { close } },
        { provide: Texts, useValue: texts },
      ],
    });
    TestBed.overrideComponent(CardsDialog, { set: { template: '', imports: [] } });
    return { dialog: TestBed.createComponent(CardsDialog).componentInstance, asked, close };
  };
  const losing = 'adminPeople.cards.losing.heading 1000';

  it('do not go while some were not seen, unless somebody is sure', async () => {
    const { dialog, asked, close } = opens({ cards: many });
    await dialog['close']();
    expect(asked).toEqual([losing]);
    expect(close).not.toHaveBeenCalled();
    dialog['choose'](1);
    await dialog['close']();
    expect(asked).toHaveLength(1);
    expect(close).toHaveBeenCalled();
  });

  it('go unseen when somebody is sure', async () => {
    const { dialog, close } = opens({ cards: many }, true);
    await dialog['close']();
    expect(close).toHaveBeenCalled();
  });

  it('go without a question when few: all of them are shown', async () => {
    const { dialog, asked, close } = opens({ cards: cards(1_000, '3e B') });
    await dialog['close']();
    expect(asked).toEqual([]);
    expect(close).toHaveBeenCalled();
  });

  it('go without a question when they can be shown again; whoever keeps them knows which were seen', async () => {
    const seen = new CardsSeen();
    const { dialog, asked, close } = opens({ cards: many, seen });
    await dialog['close']();
    expect(asked).toEqual([]);
    expect(close).toHaveBeenCalled();
    expect(seen.unseen(many)).toBe(1_000);
  });

  it('are said to be printed, class by class', () => {
    const { dialog } = opens({ cards: many });
    const words = () => dialog['sheets'].map(({ cards }) => dialog['wordOf'](cards));
    expect(words()).toEqual(['of', 'of']);
    dispatchEvent(new Event('afterprint'));
    expect(words()).toEqual(['ofPrinted', 'of']);
    dialog['choose'](1);
    dispatchEvent(new Event('afterprint'));
    expect(words()).toEqual(['ofPrinted', 'ofPrinted']);
  });
});
