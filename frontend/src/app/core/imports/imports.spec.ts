import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ImportResult, ProblemCode } from '@cartable/contract';
import { Collections } from '../collections/collections';
import { ShareCodesApi } from '../collections/share-codes-api';
import { ProblemError } from '../problems/problem-error';
import { Connection } from '../realtime/connection';
import { Session } from '../session/session';
import { Toasts } from '../toasts/toasts';
import { Imports } from './imports';

const result = { collection: { id: 'volcans' } } as ImportResult;
const offline = new ProblemError('offline');
const refusal = (code: ProblemCode, status: number, retryAfter?: number) =>
  new ProblemError(code, {
    type: 'about:blank',
    title: code,
    status,
    code,
    retryAfter,
  });

function open(state: 'connected' | 'offline' = 'offline') {
  const person = signal({ id: 'me' });
  const connection = { state: signal(state) };
  const api = { import: jest.fn<Promise<ImportResult>, [string]>(() => Promise.resolve(result)) };
  const put = jest.fn();
  const refused = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: { person } },
      { provide: Connection, useValue: connection },
      { provide: ShareCodesApi, useValue: api },
      { provide: Collections, useValue: { put } },
      { provide: Toasts, useValue: { refused } },
    ],
  });
  const imports = TestBed.inject(Imports);
  const back = async () => {
    connection.state.set('connected');
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(1);
  };
  TestBed.tick();
  return { imports, api, put, refused, person, back };
}

describe('imports', () => {
  beforeEach(() => {
    localStorage.clear();
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  it('put the collection into the list at once', async () => {
    const { imports, put } = open('connected');
    expect(await imports.import('BCDFGHJK')).toEqual({ kind: 'imported', result });
    expect(put).toHaveBeenCalledWith(result.collection);
  });

  it('wait without a network, once each, and are sent when it is back', async () => {
    const { imports, api, put, back } = open();
    api.import.mockRejectedValueOnce(offline).mockRejectedValueOnce(offline);
    expect(await imports.import('BCDFGHJK')).toEqual({ kind: 'queued' });
    await imports.import('bcdf-ghjk');
    expect(imports.queued()).toEqual(['BCDFGHJK']);
    await back();
    expect(put).toHaveBeenCalledTimes(1);
    expect(imports.queued()).toEqual([]);
  });

  it('survive a reload, and belong to the person who made them', async () => {
    const { imports, api } = open();
    api.import.mockRejectedValueOnce(offline);
    await imports.import('BCDFGHJK');
    TestBed.resetTestingModule();
    const again = open();
    expect(again.imports.queued()).toEqual(['BCDFGHJK']);
    again.person.set({ id: 'somebody else' });
    TestBed.tick();
    expect(again.imports.queued()).toEqual([]);
  });

  it('say so when a code that waited can’t be imported', async () => {
    const { imports, api, refused, back } = open();
    api.import.mockRejectedValueOnce(offline);
    await imports.import('BCDFGHJK');
    api.import.mockRejectedValueOnce(refusal('share-code-unknown', 404));
    await back();
    expect(refused).toHaveBeenCalledWith('BCDF-GHJK', 'problems.share-code-unknown');
    expect(imports.queued()).toEqual([]);
  });

  it('keep waiting when there were too many attempts', async () => {
    const { imports, api, put, back } = open();
    api.import.mockRejectedValueOnce(offline);
    await imports.import('BCDFGHJK');
    api.import.mockRejectedValueOnce(refusal('too-many-attempts', 429, 30));
    await back();
    expect(imports.queued()).toEqual(['BCDFGHJK']);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(put).toHaveBeenCalledTimes(1);
    expect(imports.queued()).toEqual([]);
  });

  it('hand a refusal to whoever is asking', async () => {
    const { imports, api } = open('connected');
    api.import.mockRejectedValueOnce(refusal('share-code-used-up', 409));
    await expect(imports.import('BCDFGHJK')).rejects.toMatchObject({ code: 'share-code-used-up' });
    expect(imports.queued()).toEqual([]);
  });
});
