import { effect } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ProblemError } from '../problems/problem-error';
import { Reading } from './reading';

const fails = (code: 'internal' | 'not-found') => () => Promise.reject(new ProblemError(code));

describe('a reading', () => {
  it('keeps what stands when it is read anew in vain', async () => {
    const reading = new Reading<number>();
    await reading.read(() => Promise.resolve(1));
    await reading.read(fails('internal'));
    expect([reading.status(), reading.value(), reading.missed()]).toEqual(['ready', 1, true]);
    await reading.read(() => Promise.resolve(2));
    expect([reading.value(), reading.missed()]).toEqual([2, false]);
  });

  it('is not begun anew by its own answers when an effect asks for it', async () => {
    for (const answer of [() => Promise.resolve(1), fails('internal')]) {
      const reading = new Reading<number>();
      const fetch = jest.fn(answer);
      TestBed.runInInjectionContext(() => effect(() => void reading.read(fetch)));
      for (let turn = 0; turn < 3; turn += 1) {
        TestBed.tick();
        await Promise.resolve();
      }
      expect(fetch).toHaveBeenCalledTimes(1);
    }
  });

  it('lets go of what is there no longer', async () => {
    const reading = new Reading<number>();
    await reading.read(() => Promise.resolve(1));
    await reading.read(fails('not-found'));
    expect([reading.status(), reading.value()]).toEqual(['refused', null]);
  });

  it('tells what is not there from what did not come', async () => {
    const reading = new Reading<number>();
    await reading.read(fails('internal'));
    expect(reading.status()).toBe('failed');
    await reading.read(fails('not-found'));
    expect(reading.status()).toBe('refused');
  });

  it('is not overtaken by what was asked before', async () => {
    const reading = new Reading<number>();
    let answer: (value: number) => void = () => undefined;
    const early = reading.read(() => new Promise<number>((resolve) => (answer = resolve)));
    await reading.read(() => Promise.resolve(2));
    answer(1);
    await early;
    expect(reading.value()).toBe(2);
  });

  it('begins anew when it is told to forget', async () => {
    const reading = new Reading<number>();
    await reading.read(() => Promise.resolve(1));
    reading.forget();
    expect([reading.status(), reading.value()]).toEqual(['loading', null]);
  });
});
