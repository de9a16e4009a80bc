import { EventData } from '@cartable/contract';
import { readArrival } from './arrival';
import { Stream } from './stream';

const EPOCH = '5b0a7c6e-0000-4000-8000-000000000001';
const OTHER = '5b0a7c6e-0000-4000-8000-000000000002';
const COLLECTION = '5b0a7c6e-0000-4000-8000-00000000000c';
const data: EventData<'collectionRemoved'> = {
  collectionId: COLLECTION,
  title: 'x',
  by: 'M. Martin',
  reason: 'left',
};
const message = (seq: number) => ({ epoch: EPOCH, seq, at: '2026-11-23T10:00:00.000Z', ...data });

function open() {
  const stream = new Stream();
  const seen: number[] = [];
  const acknowledged: number[] = [];
  let gaps = 0;
  stream.events.subscribe(({ seq }) => seen.push(seq));
  stream.gaps.subscribe(() => (gaps += 1));
  stream.startFrom({ epoch: EPOCH, seq: 0 });
  const push = (name: string, body: unknown, label: number) => {
    const arrival = readArrival(name, body);
    if (arrival?.kind === 'event' || arrival?.kind === 'reset') {
      stream.push(arrival, () => acknowledged.push(label));
    }
  };
  const event = (seq: number) => push('collectionRemoved', message(seq), seq);
  return { stream, seen, acknowledged, push, event, gaps: () => gaps };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('the stream', () => {
  it('gives each event once and acknowledges it after it was applied', () => {
    const { seen, acknowledged, event } = open();
    for (const seq of [1, 2, 2, 1, 3]) event(seq);
    expect(seen).toEqual([1, 2, 3]);
    expect(acknowledged).toEqual([1, 2, 2, 1, 3]);
  });

  it('applies nothing over a gap and asks for another connection', () => {
    const { seen, acknowledged, event, gaps, stream } = open();
    event(1);
    event(3);
    expect(seen).toEqual([1]);
    expect(acknowledged).toEqual([1]);
    expect(gaps()).toBe(1);
    expect(stream.position()).toEqual({ epoch: EPOCH, seq: 1 });
  });

  it('lets events wait while the state is read again', async () => {
    const { stream, seen, push, event } = open();
    let finish = () => {};
    stream.onReset(() => new Promise<void>((resolve) => (finish = resolve)));
    push('reset', { epoch: EPOCH, seq: 7 }, 0);
    event(8);
    expect(seen).toEqual([]);
    finish();
    await turn();
    expect(seen).toEqual([8]);
    expect(stream.position()).toEqual({ epoch: EPOCH, seq: 8 });
  });

  it('stays where it is when the state can’t be read', async () => {
    const { stream, push, gaps } = open();
    stream.onReset(() => Promise.reject(new Error('no network')));
    push('reset', { epoch: OTHER, seq: 7 }, 0);
    await turn();
    expect(stream.position()).toEqual({ epoch: EPOCH, seq: 0 });
    expect(gaps()).toBe(1);
  });

  it('passes over events that only a newer page knows', () => {
    const { stream, acknowledged, push } = open();
    push('somethingNew', message(1), 1);
    expect(stream.position()?.seq).toBe(1);
    expect(acknowledged).toEqual([1]);
  });

  it('reads everything again when it can’t understand an event that it should', () => {
    const arrival = readArrival('newCollection', message(1));
    expect(arrival?.kind).toBe('reset');
    expect(readArrival('collectionRemoved', { nonsense: true })).toBeNull();
  });
});
