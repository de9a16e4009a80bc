import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { AdminCode } from '@cartable/contract';
import { Subject } from 'rxjs';
import { ProblemError } from '../../core/problems/problem-error';
import { Connection } from '../../core/realtime/connection';
import { Link } from '../../core/realtime/link';
import { Live } from '../../core/realtime/live';
import { CodesApi, CodesQuery } from './codes-api';
import { CodesInHand } from './codes-in-hand';
import { CodesState } from './codes-state';

const LAST = 59;
const REVOKED_AT = '2026-11-23T10:00:00.000Z';
const nameOf = (n: number) => `CODE-${n}`;

/** Sixty codes, the newest first; more than a page. */
const school = (): AdminCode[] =>
  Array.from({ length: LAST + 1 }, (_, n) => ({
    code: nameOf(n),
    collectionId: 'c',
    title: 'Les volcans',
    owner: { id: 'o', displayName: 'Mme Martin' },
    message: '',
    class: null,
    createdAt: new Date(Date.UTC(2026, 10, 23) - n * 60_000).toISOString(),
    expiresAt: '2027-01-01T00:00:00.000Z',
    revokedAt: null,
    uses: 0,
    maxUses: null,
    outside: 0,
    heat: null,
    hotSince: null,
  }));

describe('the codes that the room shows', () => {
  const told = new Subject<{ codes: string[] }>();
  const connection = { state: signal('connected') };
  const link = { connectedAt: 0 };
  let codes: AdminCode[];
  let isAway: boolean;

  const page = ({ limit, cursor = '0' }: CodesQuery) => {
    const end = Number(cursor) + limit;
    const next = end < codes.length ? String(end) : null;
    return isAway
      ? Promise.reject(new ProblemError('unavailable'))
      : Promise.resolve({ items: codes.slice(Number(cursor), end), next, hot: 0 });
  };
  const passes = async (ms: number) => {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(ms);
  };
  const lastIsRevokedElsewhere = () => {
    codes = codes.map((one, n) => (n === LAST ? { ...one, revokedAt: REVOKED_AT } : one));
  };

  /** As far as the last. */
  const scrolled = async () => {
    const state = TestBed.inject(CodesState);
    state.ask('all', '');
    await passes(0);
    await state.list.loadMore();
    return state;
  };

  beforeEach(() => {
    jest.useFakeTimers();
    codes = school();
    isAway = false;
    connection.state.set('connected');
    link.connectedAt = Date.now();
    TestBed.configureTestingModule({
      providers: [
        CodesInHand,
        CodesState,
        {
          provide: CodesApi,
          useValue: { page, withdrawals: () => Promise.resolve({ items: [] }) },
        },
        { provide: Connection, useValue: connection },
        { provide: Link, useValue: link },
        { provide: Live, useValue: { on: () => told } },
      ],
    });
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  it('are all as they are once the connection is back: nobody told of them meanwhile', async () => {
    const state = await scrolled();
    connection.state.set('offline');
    await passes(60_000);
    lastIsRevokedElsewhere();
    link.connectedAt = Date.now();
    connection.state.set('connected');
    await passes(0);
    expect(state.items()[LAST]?.revokedAt).toBe(REVOKED_AT);
  });

  it('are read again for the sake of a word, though that fails at first', async () => {
    const state = await scrolled();
    lastIsRevokedElsewhere();
    isAway = true;
    told.next({ codes: [nameOf(LAST)] });
    await passes(0);
    expect(state.items()[LAST]?.revokedAt).toBeNull();
    isAway = false;
    await passes(15_000);
    expect(state.items()[LAST]?.revokedAt).toBe(REVOKED_AT);
  });
});
