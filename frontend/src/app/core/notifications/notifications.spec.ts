import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Notification, NotificationPage } from '@cartable/contract';
import { Subject } from 'rxjs';
import { Api } from '../http/api';
import { StreamEvent } from '../realtime/arrival';
import { Stream } from '../realtime/stream';
import { Session } from '../session/session';
import { Notifications } from './notifications';

const AT = '2026-11-23T10:00:00.000Z';
const notice = (seq: number): Notification => ({
  seq,
  at: AT,
  name: 'newCollection',
  collectionId: `c${seq}`,
  title: `T${seq}`,
  by: 'M. Martin',
});
const arrived = (seq: number) =>
  ({
    epoch: 'e',
    seq,
    at: AT,
    name: 'newCollection',
    data: {
      collection: { id: `c${seq}`, title: `T${seq}`, owner: { displayName: 'M. Martin' } },
      role: 'follower',
    },
  }) as StreamEvent;

async function open(...pages: (NotificationPage | Error)[]) {
  const events = new Subject<StreamEvent>();
  const reloads: (() => Promise<void>)[] = [];
  const person = signal<{ id: string } | null>({ id: 'me' });
  const api = {
    get: jest.fn(() => {
      const page = pages.shift();
      return page instanceof Error ? Promise.reject(page) : Promise.resolve(page);
    }),
    tell: jest.fn(() => Promise.resolve()),
  };
  const onReset = (reload: () => Promise<void>) => reloads.push(reload);
  TestBed.configureTestingModule({
    providers: [
      { provide: Api, useValue: api },
      { provide: Session, useValue: { person } },
      { provide: Stream, useValue: { events, onReset } },
    ],
  });
  const notifications = TestBed.inject(Notifications);
  const seqs = () => notifications.items().map(({ seq }) => seq);
  TestBed.tick();
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  return { notifications, events, reloads, person, api, seqs };
}

const page = (seqs: number[], seen: number, next: string | null = null): NotificationPage => ({
  items: seqs.map(notice),
  next,
  seen,
});

describe('the notifications', () => {
  it('grow as events arrive, newest first, none twice', async () => {
    const { notifications, events, seqs } = await open(page([3, 1], 1));
    events.next(arrived(5));
    events.next(arrived(3));
    expect(seqs()).toEqual([5, 3, 1]);
    expect(notifications.unseen()).toBe(2);
  });

  it('are seen when the person looked, here and on the server', async () => {
    const { notifications, api } = await open(page([3, 1], 1));
    await notifications.markSeen();
    expect(notifications.unseen()).toBe(0);
    expect(api.tell).toHaveBeenCalledWith('PUT', 'notifications/seen', { seq: 3 });
    await notifications.markSeen();
    expect(api.tell).toHaveBeenCalledTimes(1);
  });

  it('go further back when asked', async () => {
    const { notifications, seqs } = await open(page([5, 4], 0, '4'), page([2], 0));
    expect(notifications.hasMore()).toBe(true);
    await notifications.loadMore();
    expect(seqs()).toEqual([5, 4, 2]);
    expect(notifications.hasMore()).toBe(false);
  });

  it('are read again when the stream can’t bridge a gap', async () => {
    const { reloads, seqs } = await open(page([3], 0), page([9, 8], 0, '8'));
    await Promise.all(reloads.map((reload) => reload()));
    expect(seqs()).toEqual([9, 8]);
  });

  it('say that they could not be read, and can be asked for again', async () => {
    const { notifications, seqs } = await open(new Error('no network'), page([3], 0));
    expect(notifications.status()).toBe('failed');
    await notifications.load();
    expect(notifications.status()).toBe('ready');
    expect(seqs()).toEqual([3]);
  });

  it('are one person’s', async () => {
    const { person, seqs } = await open(page([3], 0));
    person.set(null);
    TestBed.tick();
    expect(seqs()).toEqual([]);
  });
});
