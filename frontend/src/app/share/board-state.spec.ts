import { TestBed } from '@angular/core/testing';
import { ShareCode } from '@cartable/contract';
import { NEVER, Subject } from 'rxjs';
import { ClassesApi } from '../core/classes/classes-api';
import { ShareCodesApi } from '../core/collections/share-codes-api';
import { StreamEvent } from '../core/realtime/arrival';
import { Live } from '../core/realtime/live';
import { Stream } from '../core/realtime/stream';
import { BoardState } from './board-state';

const code = (revokedAt: string | null): ShareCode => ({
  code: 'BKRT-MVPL',
  collectionId: 'c',
  message: '',
  expiresAt: '2126-12-07T10:00:00Z',
  maxUses: null,
  uses: 1,
  class: null,
  revokedAt,
  createdAt: '2026-11-20T10:00:00Z',
});

/** A board to which no live word comes, as where another instance was asked and there is no Redis. */
describe('a board that hears nothing live', () => {
  const settles = () => new Promise((resolve) => setTimeout(resolve));
  const opens = async () => {
    const events = new Subject<StreamEvent>();
    const list = jest.fn(() => Promise.resolve({ items: [code(null)], next: null }));
    TestBed.configureTestingModule({
      providers: [
        BoardState,
        { provide: Live, useValue: { on: () => NEVER } },
        { provide: Stream, useValue: { events } },
        { provide: ClassesApi, useValue: {} },
        {
          provide: ShareCodesApi,
          useValue: { list, uses: () => Promise.resolve({ items: [], have: 0 }) },
        },
      ],
    });
    const board = TestBed.inject(BoardState);
    await board.load('BKRT-MVPL', 'c');
    const revokes = async (name: string) => {
      list.mockResolvedValue({ items: [code('2026-11-26T10:00:00Z')], next: null });
      const data = { collectionId: 'c', title: '', act: 'codeRevoked', text: '', code: name };
      events.next({ name: 'collectionModerated', data } as unknown as StreamEvent);
      await settles();
    };
    return { board, list, revokes };
  };

  it('reads again when an administrator did something about its code', async () => {
    const { board, revokes } = await opens();
    expect(board.state()).toBe('active');
    await revokes('BKRT-MVPL');
    expect(board.state()).toBe('revoked');
  });

  it('does not read again for another code', async () => {
    const { list, revokes } = await opens();
    await revokes('BBBB-BBBB');
    expect(list).toHaveBeenCalledTimes(1);
  });

  it('tells from when its number is, however late it is', async () => {
    const { board } = await opens();
    const at = board.at();
    jest.spyOn(Date, 'now').mockReturnValue(at + 60_000);
    board.tick();
    expect(board.at()).toBe(at);
    jest.restoreAllMocks();
  });
});
