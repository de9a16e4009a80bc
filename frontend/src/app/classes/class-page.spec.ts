import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ClassesApi } from '../core/classes/classes-api';
import { ProblemError } from '../core/problems/problem-error';
import { Connection } from '../core/realtime/connection';
import { PageTitle } from '../i18n/page-title';
import { ClassPage } from './class-page';

const ofId = (id: string) => Promise.resolve({ id, name: id, size: 0, pupils: [], teachers: [] });

describe('the page of a class', () => {
  const opens = async (read: (id: string) => Promise<unknown>) => {
    const state = signal<'connected' | 'connecting' | 'offline'>('connected');
    const asked: string[] = [];
    const api = { read: (id: string) => (asked.push(id), read(id)) };
    TestBed.configureTestingModule({
      providers: [
        { provide: ClassesApi, useValue: api },
        { provide: Connection, useValue: { state } },
        { provide: PageTitle, useValue: { say: () => undefined } },
      ],
    });
    TestBed.overrideComponent(ClassPage, { set: { template: '', imports: [] } });
    const fixture = TestBed.createComponent(ClassPage);
    /** Long enough for a page that asks because it was answered to ask several times. */
    const settles = async () => {
      for (let turn = 0; turn < 5; turn += 1) await fixture.whenStable();
    };
    const shows = async (id: string) => {
      fixture.componentRef.setInput('id', id);
      await settles();
    };
    await shows('a');
    return { asked, state, settles, shows };
  };

  it.each([
    ['it is there', ofId],
    ['it is not mine', () => Promise.reject(new ProblemError('not-found'))],
    ['the server does not answer', () => Promise.reject(new ProblemError('unavailable'))],
  ])('asks once when %s', async (_, read) => {
    const { asked, shows } = await opens(read);
    expect(asked).toEqual(['a']);
    await shows('b');
    expect(asked).toEqual(['a', 'b']);
  });

  it('asks again when the connection is back', async () => {
    const { asked, state, settles } = await opens(ofId);
    state.set('offline');
    await settles();
    expect(asked).toHaveLength(1);
    state.set('connected');
    await settles();
    expect(asked).toHaveLength(2);
  });
});
