import { TestBed } from '@angular/core/testing';
import { BarChart } from './bar-chart';

/** Minutes from `first` on, each of which had as much as its own number. */
const minutes = (first: number) =>
  Array.from({ length: 3 }, (_, n) => ({ at: first + n, value: first + n }));

describe('the bars of a chart', () => {
  const shows = () => {
    TestBed.overrideComponent(BarChart, { set: { template: '', imports: [] } });
    const fixture = TestBed.createComponent(BarChart);
    const give = (name: string, value: unknown) => fixture.componentRef.setInput(name, value);
    give('points', minutes(10));
    give('when', String);
    give('amount', String);
    const chart = fixture.componentInstance;
    const press = (key: string) => chart['turn'](new KeyboardEvent('keydown', { key }));
    return { chart, press, moveOn: (first: number) => give('points', minutes(first)) };
  };

  it('are read from the newest, as long as nobody chooses', () => {
    const { chart, moveOn } = shows();
    expect(chart['told']()).toBe('12 — 12');
    moveOn(11);
    expect(chart['told']()).toBe('13 — 13');
  });

  it('stay chosen while time goes on, until they are no longer shown', () => {
    const { chart, press, moveOn } = shows();
    press('ArrowLeft');
    expect(chart['told']()).toBe('11 — 11');
    moveOn(11);
    expect(chart['told']()).toBe('11 — 11');
    expect(chart['isChosen']()).toBe(true);
    moveOn(12);
    expect(chart['told']()).toBe('14 — 14');
    expect(chart['isChosen']()).toBe(false);
  });

  it('are gone through by keys, and no further than they go', () => {
    const { chart, press } = shows();
    press('Home');
    press('ArrowLeft');
    expect(chart['reading']()).toBe(0);
    press('End');
    press('ArrowRight');
    expect(chart['reading']()).toBe(2);
  });
});
