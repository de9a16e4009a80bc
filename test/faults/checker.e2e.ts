import { check } from './checker';
import type { DeviceHistory, History, ImportCall, JournalRow, Step } from './history';

const EPOCH = 'now';
const rowOf = (person: string, seq: number): JournalRow => ({
  person,
  seq,
  name: 'newCollection',
  collection: `c${seq}`,
  at: 1_000 + seq,
  digest: `c${seq}`,
});
const event = (seq: number, said: Partial<JournalRow> = {}): Step => {
  const { name, collection, at, digest } = { ...rowOf('pupil', seq), ...said };
  return { kind: 'event', epoch: EPOCH, seq, name, collection, at, digest, delayMs: 1 };
};
const opened: Step = { kind: 'opened', epoch: EPOCH, seq: 0 };
const call = (seq: number, outcome: ImportCall['outcome']): ImportCall => ({
  person: 'pupil',
  code: 'CODE',
  collection: `c${seq}`,
  outcome,
});

/** A pupil who imported three collections with one code, and saw each of them; `spoil` breaks that. */
function history(spoil: (whole: History, phone: DeviceHistory) => void = () => undefined): History {
  const list = () => new Map([1, 2, 3].map((seq) => [`c${seq}`, 1]));
  const phone: DeviceHistory = {
    person: 'pupil',
    name: 'phone',
    steps: [opened, event(1), event(2), event(3)],
    list: list(),
    connects: 1,
    convergedMs: 100,
  };
  const whole: History = {
    imports: [call(1, 'made'), call(2, 'made'), call(3, 'made')],
    devices: [phone],
    complaints: [],
    truth: {
      epochs: [EPOCH],
      journal: [1, 2, 3].map((seq) => rowOf('pupil', seq)),
      streams: [{ person: 'pupil', lastSeq: 3, trimmedSeq: 0 }],
      lists: new Map([['pupil', list()]]),
      codes: [{ code: 'CODE', uses: 1, maxUses: 1, people: ['pupil'] }],
      deadlocks: 0,
    },
  };
  spoil(whole, phone);
  return whole;
}

const found = (spoil?: Parameters<typeof history>[0]) => [
  ...new Set(check(history(spoil)).map(({ invariant }) => invariant)),
];

describe('the checker of what happened', () => {
  it('has nothing to say of a history in which all went well', () => {
    expect(check(history())).toEqual([]);
  });

  it.each<[string, string, Parameters<typeof history>[0]]>([
    ['I1', 'a stream with a hole', ({ truth }) => truth.journal.splice(1, 1)],
    ['I1', 'a number that was given twice', ({ truth }) => truth.journal.push(rowOf('pupil', 2))],
    [
      'I1',
      'a stream that ends before its counter',
      ({ truth }) => (truth.streams[0] = { person: 'pupil', lastSeq: 4, trimmedSeq: 0 }),
    ],
    [
      'I2',
      'a success without an event',
      ({ imports, truth }) => {
        imports.push(call(4, 'made'));
        truth.lists.get('pupil')?.set('c4', 1);
      },
    ],
    ['I2', 'a repetition of nothing', ({ imports }) => void imports.push(call(4, 'found'))],
    ['I2', 'two that made the same', ({ imports }) => void imports.push(call(3, 'made'))],
    ['I2', 'an event after a refusal', ({ imports }) => (imports[2] = call(3, 'refused'))],
    ['I2', 'an event that nobody asked for', ({ imports }) => void imports.pop()],
    [
      'I2',
      'something saved of which nothing was told',
      ({ imports, truth }, phone) => {
        imports.push(call(4, 'unknown'));
        truth.lists.get('pupil')?.set('c4', 1);
        phone.list.set('c4', 1);
      },
    ],
    ['I3', 'a list without what the database has', (_, phone) => phone.list.delete('c2')],
    ['I3', 'a list with more than the database has', (_, phone) => phone.list.set('c9', 1)],
    ['I3', 'an old revision', ({ truth }) => truth.lists.get('pupil')?.set('c2', 2)],
    ['I3', 'an event with other words', (_, phone) => (phone.steps[1] = event(1, { digest: 'x' }))],
    ['I4', 'a gap', (_, phone) => phone.steps.splice(2, 1)],
    [
      'I4',
      'a jump over what is kept',
      (_, phone) => phone.steps.splice(2, 2, { kind: 'reset', epoch: EPOCH, seq: 3, asked: EPOCH }),
    ],
    [
      'I4',
      'an event of a history that never was',
      (_, phone) => (phone.steps = phone.steps.map((step) => ({ ...step, epoch: 'never' }))),
    ],
    ['I5', 'an event twice', (_, phone) => phone.steps.splice(2, 0, event(1))],
    [
      'I5',
      'a way back',
      (_, phone) => phone.steps.push({ kind: 'opened', epoch: EPOCH, seq: 1 }, event(2), event(3)),
    ],
    [
      'I6',
      'somebody else’s event under one’s own number',
      (_, phone) => (phone.steps[2] = event(2, { at: 77 })),
    ],
    ['I6', 'an event that is in no stream', ({ truth }) => truth.journal.splice(2, 1)],
    ['I7', 'a use that nobody made', ({ truth }) => truth.codes[0]?.people.push('stranger')],
    [
      'I7',
      'an import that was not counted',
      ({ truth }) => (truth.codes = [{ code: 'CODE', uses: 0, maxUses: 1, people: [] }]),
    ],
    [
      'I7',
      'more uses than the cap',
      ({ truth }) => (truth.codes = [{ code: 'CODE', uses: 1, maxUses: 0, people: ['pupil'] }]),
    ],
    ['I8', 'a device that never arrives', (_, phone) => (phone.convergedMs = null)],
    ['I8', 'a device that arrives too late', (_, phone) => (phone.convergedMs = 10_001)],
    [
      'S1',
      'what was seen to go wrong',
      ({ complaints }) => complaints.push({ invariant: 'S1', what: 'instance 1' }),
    ],
    ['S3', 'a deadlock', ({ truth }) => (truth.deadlocks = 1)],
  ])('finds %s: %s', (invariant, _what, spoil) => {
    expect(found(spoil)).toContain(invariant);
  });

  it('lets a call without an answer have had its effect, or not', () => {
    expect(found(({ imports }) => (imports[2] = call(3, 'unknown')))).toEqual([]);
    expect(found(({ imports }) => void imports.push(call(4, 'unknown')))).toEqual([]);
  });

  it('lets a device jump over what is no longer kept, and into another history', () => {
    const reset: Step = { kind: 'reset', epoch: EPOCH, seq: 3, asked: EPOCH };
    expect(
      found(({ truth }, phone) => {
        phone.steps.splice(2, 2, reset);
        truth.streams[0] = { person: 'pupil', lastSeq: 3, trimmedSeq: 2 };
      }),
    ).toEqual([]);
    expect(
      found(({ truth }, phone) => {
        phone.steps.splice(1, 1, { ...event(1), epoch: 'before' });
        phone.steps[0] = { ...opened, epoch: 'before' };
        phone.steps.splice(2, 2, reset);
        truth.epochs.push('before');
      }),
    ).toEqual([]);
    const askedBefore = { ...reset, asked: 'before' };
    expect(found((_, phone) => void phone.steps.splice(2, 2, askedBefore))).toEqual([]);
  });
});
