import { setImmediate as turn } from 'node:timers/promises';
import type { StreamEvent } from '../platform/journal/journal-entry';
import { Pump, ResumePoint } from './pump';

const epoch = '11111111-1111-4111-8111-111111111111';
const event = (seq: number): StreamEvent => ({
  epoch,
  seq,
  name: 'newCollection',
  at: new Date(0),
  data: {},
  bytes: 100,
});
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** A journal and a client that a test can hold up. */
function stage(length: number, resume: ResumePoint) {
  const seen: (number | string)[] = [];
  const acks: (() => void)[] = [];
  let journal = upTo(length).map(event);
  let end = length;
  let reads = 0;
  let history = epoch;
  const pump = new Pump(
    {
      bounds: () =>
        Promise.resolve({
          epoch: history,
          seq: end,
          trimmedSeq: (journal[0]?.seq ?? end + 1) - 1,
        }),
      after: (seq, { limit }) => {
        reads += 1;
        const rest = journal.filter((e) => e.seq > seq);
        return Promise.resolve({ events: rest.slice(0, limit), more: rest.length > limit });
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
    end = Math.max(end, ...seqs);
    return seqs.map(event);
  };
  return {
    pump,
    seen,
    settle,
    append,
    reads: () => reads,
    trimTo: (seq: number) => (journal = journal.filter((e) => e.seq > seq)),
    restore: (seq: number) => {
      end = seq;
      history = '22222222-2222-4222-8222-222222222222';
      journal = upTo(seq).map((one) => ({ ...event(one), epoch: history }));
      return { epoch: history, seq };
    },
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

  it('fetches what no wake-up told of, once somebody has looked', async () => {
    const { pump, seen, settle, append } = stage(2, { last: 2 });
    pump.start();
    await settle();
    append(3, 4);
    pump.lookedAt({ epoch, seq: 4 });
    await settle();
    expect(seen).toEqual([3, 4]);
  });

  it('reads again, and resets nobody, when the stream grew during a read', async () => {
    const { pump, seen, settle, append } = stage(2, { last: 2 });
    pump.start();
    await settle();
    append(3);
    pump.wake();
    append(4);
    pump.lookedAt({ epoch, seq: 4 });
    await settle();
    expect(seen).toEqual([3, 4]);
  });

  it('resets when all that is missing has been trimmed', async () => {
    const { pump, seen, settle, append, trimTo } = stage(2, { last: 2 });
    pump.start();
    await settle();
    append(3, 4);
    trimTo(4);
    pump.lookedAt({ epoch, seq: 4 });
    await settle();
    expect(seen).toEqual(['reset 4']);
  });

  it('resets when another history has begun under it, and mixes nothing', async () => {
    const { pump, seen, settle, restore } = stage(5, { last: 5 });
    pump.start();
    await settle();
    const restored = restore(7);
    pump.wake();
    await settle();
    expect(seen).toEqual(['reset 7']);
    pump.lookedAt(restored);
    await settle();
    expect(seen).toEqual(['reset 7']);
  });

  it('has few bytes in flight', async () => {
    const { pump, seen, settle, append } = stage(0, { last: 0 });
    pump.start();
    await settle();
    const large = append(1, 2, 3, 4).map((one) => ({ ...one, bytes: 600_000 }));
    pump.wake(large);
    await settle(false);
    expect(seen.length).toBeLessThan(4);
    await settle();
    expect(seen).toEqual([1, 2, 3, 4]);
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
