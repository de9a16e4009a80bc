import { TestBed } from '@angular/core/testing';
import { Act } from './act';
import { Outcome } from './outcome';

describe('an outcome', () => {
  let watching: Set<() => void>;
  const scrolled = jest.fn();
  const resize = () => watching.forEach((tell) => tell());

  beforeEach(() => {
    watching = new Set();
    scrolled.mockClear();
    Element.prototype.scrollIntoView = scrolled;
    globalThis.ResizeObserver = class {
      constructor(private readonly callback: ResizeObserverCallback) {}
      private readonly tell = () => this.callback([], this);
      observe = () => watching.add(this.tell);
      unobserve = () => watching.delete(this.tell);
      disconnect = () => watching.delete(this.tell);
    };
    TestBed.overrideComponent(Outcome, { set: { template: '', imports: [] } });
    const act = new Act();
    TestBed.createComponent(Outcome).componentRef.setInput('act', act);
    act.say('It is done.');
    TestBed.tick();
  });

  it('stays in view while the list above it grows', () => {
    resize();
    expect(scrolled).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['the wheel', 'wheel', () => document.body],
    [
      'the scrollbar, which is of the whole document',
      'pointerdown',
      () => document.documentElement,
    ],
  ])('lets go of the page as soon as somebody moves on by %s', (_, name, where) => {
    where().dispatchEvent(new Event(name, { bubbles: true }));
    resize();
    expect(scrolled).not.toHaveBeenCalled();
  });
});
