import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ActivityBucket, LiveEventName, Overview } from '@cartable/contract';
import { filter, map, Subject } from 'rxjs';
import { Connection } from '../../core/realtime/connection';
import { Link } from '../../core/realtime/link';
import { Live } from '../../core/realtime/live';
import { Language } from '../../i18n/language';
import { Texts } from '../../i18n/texts';
import { CodesApi } from '../codes/codes-api';
import { ContentApi } from '../content/content-api';
import { OverviewApi } from './overview-api';
import { OverviewPage } from './overview-page';

const bucket = (at: string, imports: number): ActivityBucket => ({
  at,
  imports,
  events: 0,
  wrongCodes: 0,
  reconnects: 0,
  slow: 0,
  p95: null,
});

const overview = (at: string, minutes: ActivityBucket[] = []): Overview => ({
  at,
  people: { student: 0, teacher: 0, admin: 1 },
  sockets: 1,
  queue: 0,
  counts: { imports: 0, events: 0, wrongCodes: 0, reconnects: 0, slow: 0 },
  delays: { samples: 0, p50: null, p95: null, p99: null },
  database: { ms: 1, waiting: 0 },
  redis: 'none',
  instances: [],
  minutes,
});

describe('the overview', () => {
  const said = new Subject<{ name: LiveEventName; data?: unknown }>();
  const codes = jest.fn(() => Promise.resolve({ items: [], next: null, hot: 0 }));
  let now: Overview;
  let kept: ActivityBucket[];

  /** Every bar of the last hour in which something happened. */
  const bars = async (page: { nativeElement: HTMLElement }) => {
    await jest.advanceTimersByTimeAsync(1_000);
    TestBed.tick();
    return page.nativeElement.textContent;
  };
  const isLookedAt = (isIt: boolean) => {
    const state = isIt ? 'visible' : 'hidden';
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const opens = () => {
    const page = TestBed.createComponent(OverviewPage);
    page.autoDetectChanges();
    return page;
  };

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-23T10:05:20.000Z') });
    codes.mockClear();
    kept = [];
    now = overview('2026-11-23T10:05:20.000Z');
    const on = (name: LiveEventName) =>
      said.pipe(
        filter((word) => word.name === name),
        map(({ data }) => data),
      );
    TestBed.configureTestingModule({
      providers: [
        { provide: Connection, useValue: { state: signal('connected') } },
        { provide: Link, useValue: { connected: signal(true), say: () => undefined } },
        { provide: Live, useValue: { on } },
        {
          provide: OverviewApi,
          useValue: {
            now: () => Promise.resolve(now),
            history: () => Promise.resolve({ at: now.at, minutes: kept, hours: [] }),
          },
        },
        { provide: CodesApi, useValue: { page: codes } },
        { provide: ContentApi, useValue: { page: () => Promise.resolve({ waiting: 0 }) } },
        { provide: Texts, useValue: { of: (key: string) => key } },
        { provide: Language, useValue: { current: signal('fr') } },
      ],
    });
    TestBed.overrideComponent(OverviewPage, {
      set: {
        template: `@for (bar of minutes(); track bar.at) {
          @if (bar.value) { {{ minuteWords()(bar.at).slice(-2) }}: {{ bar.value }} }
        }`,
        imports: [],
      },
    });
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('knows what a minute came to, though nobody looked when it ended', async () => {
    const page = opens();
    await bars(page);
    said.next({
      name: 'overview',
      data: overview('2026-11-23T10:05:20.000Z', [bucket('2026-11-23T10:05:00.000Z', 3)]),
    });
    expect(await bars(page)).toContain('05: 3');
    isLookedAt(false);
    await jest.advanceTimersByTimeAsync(600_000);
    kept = [bucket('2026-11-23T10:05:00.000Z', 40)];
    now = overview('2026-11-23T10:15:20.000Z');
    isLookedAt(true);
    expect(await bars(page)).toContain('05: 40');
  });

  it('goes by the clock of the server: a device may be minutes slow', async () => {
    kept = [bucket('2026-11-23T10:10:00.000Z', 7)];
    now = overview('2026-11-23T10:10:20.000Z');
    expect(await bars(opens())).toContain('10: 7');
  });

  it('asks for the codes that run hot when somebody looks, not at each word that nobody sees', async () => {
    const page = opens();
    await bars(page);
    isLookedAt(false);
    codes.mockClear();
    for (let word = 0; word < 3; word += 1) {
      said.next({ name: 'shareCodesStirred', data: { codes: ['ABCD-EFGH'] } });
      await bars(page);
    }
    expect(codes).not.toHaveBeenCalled();
    isLookedAt(true);
    await bars(page);
    expect(codes).toHaveBeenCalledTimes(1);
    said.next({ name: 'shareCodesStirred', data: { codes: ['ABCD-EFGH'] } });
    await bars(page);
    expect(codes).toHaveBeenCalledTimes(2);
  });
});
