import { TestBed } from '@angular/core/testing';
import { ImportResult } from '@cartable/contract';
import { Subject } from 'rxjs';
import { OwnImports } from '../imports/own-imports';
import { StreamEvent } from '../realtime/arrival';
import { Link } from '../realtime/link';
import { Stream } from '../realtime/stream';
import { EventToasts } from './event-toasts';
import { Toasts } from './toasts';

const AT = '2026-11-23T10:00:00.000Z';
const arrived = (seq: number, id = `c${seq}`, role: 'follower' | 'owner' = 'follower') =>
  ({
    epoch: 'e',
    seq,
    at: AT,
    name: 'newCollection',
    data: { collection: { id, title: `T${seq}`, owner: { displayName: 'M. Martin' } }, role },
  }) as StreamEvent;
const removed = (seq: number, reason: 'withdrawn' | 'left' | 'hidden') =>
  ({
    epoch: 'e',
    seq,
    at: AT,
    name: 'collectionRemoved',
    data: { collectionId: `c${seq}`, title: `T${seq}`, reason },
  }) as StreamEvent;

const moderated = (seq: number, act: 'hidden' | 'restored' | 'message') =>
  ({
    epoch: 'e',
    seq,
    at: AT,
    name: 'collectionModerated',
    data: { collectionId: `c${seq}`, title: `T${seq}`, act, text: 'x' },
  }) as StreamEvent;

function open({ connectedAt = 0 } = {}) {
  const events = new Subject<StreamEvent>();
  const said: string[] = [];
  const toasts = {
    added: ({ title }: { title: string }) => said.push(`added ${title}`),
    withdrawn: ({ title }: { title: string }) => said.push(`withdrawn ${title}`),
    hidden: ({ title }: { title: string }) => said.push(`hidden ${title}`),
    moderated: ({ title, act }: { title: string; act?: string }) => said.push(`${act} ${title}`),
    several: (count: number) => said.push(`several ${count}`),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Link, useValue: { connectedAt } },
      { provide: Stream, useValue: { events } },
      { provide: Toasts, useValue: toasts },
    ],
  });
  TestBed.inject(EventToasts).start();
  return { events, said, own: TestBed.inject(OwnImports) };
}

describe('the toasts about events', () => {
  beforeEach(() => {
    localStorage.clear();
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('announce what others did, and nothing else', async () => {
    const { events, said } = open();
    for (const event of [
      arrived(1),
      arrived(2, 'mine', 'owner'),
      removed(3, 'left'),
      removed(4, 'withdrawn'),
    ]) {
      events.next(event);
      await jest.advanceTimersByTimeAsync(1);
    }
    expect(said).toEqual(['added T1', 'withdrawn T4']);
  });

  it('say what administrators did, to followers and to the owner, and nothing of what was erased', async () => {
    const { events, said } = open();
    const tombstone = { epoch: 'e', seq: 3, at: AT, name: 'tombstone', data: {} } as StreamEvent;
    for (const event of [
      removed(1, 'hidden'),
      moderated(2, 'hidden'),
      tombstone,
      moderated(4, 'message'),
    ]) {
      events.next(event);
      await jest.advanceTimersByTimeAsync(1);
    }
    expect(said).toEqual(['hidden T1', 'hidden T2', 'message T4']);
  });

  it('are one for all that was missed', async () => {
    const { events, said } = open({ connectedAt: Date.now() });
    for (const seq of [1, 2, 3]) {
      events.next(arrived(seq));
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(said).toEqual([]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(said).toEqual(['several 3']);
  });

  it('are none for what this tab imported', async () => {
    const { events, said, own } = open();
    let answer = (_: ImportResult) => {};
    const importing = own.during(() => new Promise((resolve) => (answer = resolve)));
    events.next(arrived(1, 'volcans'));
    await jest.advanceTimersByTimeAsync(50);
    answer({ collection: { id: 'volcans' } } as ImportResult);
    await importing;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(said).toEqual([]);
  });

  it('are none for what another tab has shown', async () => {
    const first = open();
    first.events.next(arrived(1));
    await jest.advanceTimersByTimeAsync(1);
    TestBed.resetTestingModule();
    const second = open();
    second.events.next(arrived(1));
    await jest.advanceTimersByTimeAsync(1);
    expect([first.said, second.said]).toEqual([['added T1'], []]);
  });
});
