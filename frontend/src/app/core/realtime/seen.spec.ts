import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { Link } from './link';
import { Seen } from './seen';
import { Stream } from './stream';

const SERVER_AHEAD_MS = 3_600_000;

function screen({ knowsTime = true } = {}) {
  const events = new Subject<{ at: string }>();
  const said: object[] = [];
  const link = {
    connectedAt: Date.now() - 60_000,
    serverTime: () => (knowsTime ? Date.now() + SERVER_AHEAD_MS : null),
    say: (_name: string, body: object) => said.push(body),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Link, useValue: link },
      { provide: Stream, useValue: { events } },
    ],
  });
  TestBed.inject(Seen).start();
  const hears = (ageMs: number) => {
    events.next({ at: new Date(Date.now() + SERVER_AHEAD_MS - ageMs).toISOString() });
    jest.advanceTimersByTime(100);
  };
  return { hears, said };
}

describe('what a screen tells of the delay', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is counted by the server’s clock, until it is painted', () => {
    const { hears, said } = screen();
    hears(40);
    expect(said).toHaveLength(1);
    const [{ delayMs }] = said as [{ delayMs: number }];
    expect(delayMs).toBeGreaterThanOrEqual(40);
    expect(delayMs).toBeLessThan(140);
  });

  it('is a sample', () => {
    const { hears, said } = screen();
    hears(40);
    hears(40);
    expect(said).toHaveLength(1);
    jest.advanceTimersByTime(10_000);
    hears(40);
    expect(said).toHaveLength(2);
  });

  it('leaves out what was missed before the connection', () => {
    const { hears, said } = screen();
    hears(120_000);
    expect(said).toEqual([]);
  });

  it('is nothing as long as the server’s clock is unknown', () => {
    const { hears, said } = screen({ knowsTime: false });
    hears(40);
    expect(said).toEqual([]);
  });
});
