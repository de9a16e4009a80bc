import { check, Invariant } from './checker';
import type { DeviceHistory, History, Step } from './history';

const epoch = 'one history';
const event = (seq: number, collection = `c${seq}`): Step => ({
  kind: 'event',
  epoch,
  seq,
  name: 'newCollection',
  collection,
  delayMs: 1,
});

/** Two imports by one pupil with one device, as they should be. */
function sound() {
  const device: DeviceHistory = {
    person: 'ada',
    name: 'a tablet',
    steps: [{ kind: 'state', epoch, seq: 0 }, event(1), event(2)],
    list: new Map([
      ['c1', 1],
      ['c2', 3],
    ]),
    connects: 1,
    convergedMs: 100,
  };
  const history = {
    imports: [
      { person: 'ada', code: 'X', collection: 'c1', outcome: 'made' },
      { person: 'ada', code: 'X', collection: 'c1', outcome: 'found' },
      { person: 'ada', code: 'Y', collection: 'c2', outcome: 'unknown' },
    ],
    devices: [device],
    truth: {
      epochs: [epoch],
      journal: [1, 2].map((seq) => ({
        person: 'ada',
        seq,
        name: 'newCollection',
        collection: `c${seq}`,
      })),
      streams: [{ person: 'ada', lastSeq: 2, trimmedSeq: 0 }],
      lists: new Map([['ada', new Map(device.list)]]),
      codes: [{ code: 'X', uses: 1, maxUses: 1, people: ['ada'] }],
    },
  } satisfies History;
  return { history, device, truth: history.truth };
}

describe('the checker of histories', () => {
  const violated = (history: History) => check(history).map(({ invariant }) => invariant);

  it('has nothing against a history that is sound', () => {
    expect(violated(sound().history)).toEqual([]);
  });

  const spoiled: [Invariant, string, (history: ReturnType<typeof sound>) => void][] = [
    ['I1', 'a number that is missing', ({ truth }) => (truth.streams[0]!.lastSeq = 3)],
    ['I2', 'an import without an event', ({ truth }) => truth.journal.shift()],
    [
      'I2',
      'an import told twice',
      ({ truth }) => truth.journal.push({ ...truth.journal[0]!, seq: 3 }),
    ],
    ['I2', 'an import made twice', ({ history }) => (history.imports[1]!.outcome = 'made')],
    ['I3', 'a collection that a screen lacks', ({ device }) => device.list.delete('c1')],
    ['I3', 'an old revision on a screen', ({ device }) => device.list.set('c2', 2)],
    ['I4', 'a gap', ({ device }) => device.steps.splice(1, 1)],
    ['I4', 'an event of no known history', ({ truth }) => (truth.epochs[0] = 'another')],
    ['I5', 'an event shown twice', ({ device }) => device.steps.push(event(2))],
    ['I6', 'somebody else’s event', ({ device }) => (device.steps[2] = event(2, 'c9'))],
    ['I7', 'a use that was not counted', ({ truth }) => (truth.codes[0]!.uses = 0)],
    ['I7', 'more uses than the cap', ({ truth }) => (truth.codes[0]!.maxUses = 0)],
    ['I8', 'a screen that never caught up', ({ device }) => (device.convergedMs = null)],
  ];
  it.each(spoiled)('finds against %s %s', (invariant, _what, spoil) => {
    const history = sound();
    spoil(history);
    expect(violated(history.history)).toContain(invariant);
  });
});
