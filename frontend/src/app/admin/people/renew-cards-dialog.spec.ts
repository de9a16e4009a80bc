import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { ProblemError } from '../../core/problems/problem-error';
import { PeopleApi } from './people-api';
import { RenewCardsDialog } from './renew-cards-dialog';

const ids = Array.from({ length: 1_200 }, (_, n) => String(n));

describe('new cards for many', () => {
  const opens = (renewCards: (part: string[]) => Promise<unknown>) => {
    const close = jest.fn();
    TestBed.configureTestingModule({
      providers: [
        { provide: PeopleApi, useValue: { renewCards } },
        { provide: MAT_DIALOG_DATA, useValue: ids },
        { provide: MatDialogRef, useValue: { close } },
      ],
    });
    TestBed.overrideComponent(RenewCardsDialog, { set: { template: '', imports: [] } });
    return { dialog: TestBed.createComponent(RenewCardsDialog).componentInstance, close };
  };
  const made = (part: string[]) => Promise.resolve({ cards: part.map((id) => ({ id })) });

  it('are made of everybody once, also when it stops half-way', async () => {
    const asked: string[] = [];
    let calls = 0;
    const { dialog, close } = opens((part) => {
      if (++calls === 2) return Promise.reject(new ProblemError('unavailable'));
      asked.push(...part);
      return made(part);
    });
    await dialog['run']();
    expect(close).not.toHaveBeenCalled();
    expect(dialog['act'].refused()).toBe('problems.unavailable');
    await dialog['run']();
    expect(asked).toEqual(ids);
    expect(close).toHaveBeenCalledWith({ cards: ids.map((id) => ({ id })), missing: 0 });
  });

  it('are not lost when the rest can’t be made: they are shown, and how many are missing', async () => {
    let calls = 0;
    const { dialog, close } = opens((part) =>
      ++calls > 2 ? Promise.reject(new ProblemError('offline')) : made(part),
    );
    await dialog['run']();
    dialog['show']();
    expect(close).toHaveBeenCalledWith({
      cards: ids.slice(0, 1_000).map((id) => ({ id })),
      missing: 200,
    });
  });
});
