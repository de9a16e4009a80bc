import { setImmediate as turn } from 'node:timers/promises';
import type { StreamEvent } from '../platform/journal/journal-entry';
import { Pump, ResumePoint } from './pump';

const epoch = '11111111-1111-4111-8111-111111111111';
const event = (seq: number): StreamEvent => ({
  seq,
  name: 'newCollection',
  at: new Date(0),
  data: {},
});
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** A journal and a client that a test can hold up. */
function stage(length: number, resume: ResumePoint) {
  const seen: (number | string)[] = [];
  const acks: (() => void)[] = [];
  let journal = upTo(length).map(event);
  let reads = 0;
  const pump = new Pump(
    {
      bounds: () =>
        Promise.resolve({
          epoch,
          seq: journal.at(-1)?.seq ?? 0,
          trimmedSeq: (journal[0]?.seq ?? 1) - 1,
        }),
      after: (seq, limit) => {
        reads += 1;
        return Promise.resolve(journal.filter((e) => e.seq > seq).slice(0, limit));
      },
    },
    {
      event: ({ seq }) => {
        seen.push(seq);
        return new Promise((resolve) => acks.push(resolve));
      },
      reset: ({ seq }) => seen.push(`reset ${seq}`),
      slow: () => seen.push('slow'),
      failed: () => seen.push('failed'),
    },
    resume,
  );
  const settle = async (acknowledging = true) => {
    for (let n = 0; n < 100; n += 1) {
      if (acknowledging) acks.splice(0).forEach((ack) => ack());
      await turn();
    }
  };
  const append = (...seqs: number[]) => {
    journal.push(...seqs.map(event));
    return seqs.map(event);
  };
  return {
    pump,
    seen,
    settle,
    append,
    reads: () => reads,
    trimTo: (seq: number) => (journal = journal.filter((e) => e.seq > seq)),
  };
}

describe('the pump', () => {
  it('replays from where the client stands, then goes on live', async () => {
    const { pump, seen, settle, append } = stage(70, { last: 3 });
    pump.start();
    await settle();
    append(71);
    pump.wake();
    await settle();
    expect(seen).toEqual(upTo(71).slice(3));
  });

  it('carries what was just committed without a read when it is what comes next', async () => {
    const { pump, seen, settle, append, reads } = stage(2, { last: 2 });
    pump.start();
    await settle();
    const before = reads();
    pump.wake(append(3, 4));
    await settle();
    expect(seen).toEqual([3, 4]);
    expect(reads()).toBe(before);
  });

  it('reads when wake-ups overtake one another', async () => {
    const { pump, seen, settle, append } = stage(0, { last: 0 });
    pump.start();
    await settle();
    const [first, second] = [append(1), append(2)];
    pump.wake(second);
    pump.wake(first);
    await settle();
    expect(seen).toEqual([1, 2]);
  });

  it('has at most a small window in flight', async () => {
    const { pump, seen, settle } = stage(100, { last: 0 });
    pump.start();
    await settle(false);
    expect(seen).toEqual(upTo(16));
    await settle();
    expect(seen).toEqual(upTo(100));
  });

  it('resets a client of another history, from the future, or from before what is kept', async () => {
    for (const resume of [{ epoch: 'other', last: 1 }, { last: 9 }, { last: 0 }]) {
      const { pump, seen, settle, trimTo } = stage(5, resume);
      trimTo(2);
      pump.start();
      await settle();
      expect(seen).toEqual(['reset 5']);
    }
  });

  it('resets when the journal lost what comes next', async () => {
    const { pump, seen, settle, append } = stage(2, { last: 2 });
    pump.start();
    await settle();
    append(4);
    pump.wake();
    await settle();
    expect(seen).toEqual(['reset 4']);
  });
});
