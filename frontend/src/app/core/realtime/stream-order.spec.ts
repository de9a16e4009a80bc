import fc from 'fast-check';
import { StreamHead } from '@cartable/contract';
import { Incoming, order } from './stream-order';

const EPOCHS = ['5b0a7c6e-0000-4000-8000-000000000001', '5b0a7c6e-0000-4000-8000-000000000002'];
const head = (seq: number, epoch = EPOCHS[0]!): StreamHead => ({ epoch, seq });
const event = (seq: number, epoch = EPOCHS[0]!): Incoming => ({ kind: 'event', epoch, seq });

describe('the order of a stream', () => {
  it('applies only the next event', () => {
    expect(order(head(4), event(5))).toEqual({ act: 'apply', position: head(5) });
    expect(order(head(4), event(4)).act).toBe('ignore');
    expect(order(head(4), event(6))).toEqual({ act: 'reconnect', position: head(4) });
  });

  it('asks again when the history is another one', () => {
    expect(order(head(4), event(5, EPOCHS[1])).act).toBe('reconnect');
  });

  it('goes on from a reset', () => {
    const reset: Incoming = { kind: 'reset', ...head(2, EPOCHS[1]) };
    expect(order(head(4), reset)).toEqual({ act: 'reload', position: head(2, EPOCHS[1]) });
  });

  it('ends with the journal’s list whatever the network interleaves, doubles, loses and cuts', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 120 }), (commands) => {
        const world = new World();
        for (const one of commands) world.run(one);
        world.settle();
        expect(world.applied).toEqual(world.journal);
      }),
      { numRuns: 500 },
    );
  });

  it('never applies an event twice or over a gap on the way there', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 120 }), (commands) => {
        const world = new World();
        for (const one of commands) {
          world.run(one);
          expect(world.applied).toEqual(
            world.written.get(world.position.epoch)!.slice(0, world.position.seq),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

const at = fc.nat({ max: 1_000 });
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('append' as const), at }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('deliver' as const), at: fc.constant(0) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('overtake' as const, 'double' as const, 'lose' as const),
      at,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('reconnect' as const, 'trim' as const, 'restore' as const),
      at,
    }),
  },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

/** A journal that replays after what a client names, a network without mercy, and a client that obeys `order`. */
class World {
  journal: string[] = [];
  applied: string[] = [];
  position = head(0);
  /** What each history ever held. */
  readonly written = new Map<string, string[]>([[EPOCHS[0]!, this.journal]]);
  private trimmed = 0;
  private epoch = 0;
  private flying: Incoming[] = [];

  run({ do: act, at: place }: Command): void {
    const index = this.flying.length > 0 ? place % this.flying.length : 0;
    if (act === 'append') this.append();
    else if (act === 'reconnect') this.connect();
    else if (act === 'trim')
      this.trimmed = Math.min(this.journal.length, this.trimmed + (place % 4));
    else if (act === 'restore') this.restore(place);
    else if (act === 'lose') this.flying.splice(index, 1);
    else if (act === 'double') this.flying.push(...this.flying.slice(index, index + 1));
    else this.receive(this.flying.splice(act === 'deliver' ? 0 : index, 1)[0]);
  }

  /** The network behaves from now on; a last connection brings what is missing. */
  settle(): void {
    this.flying = [];
    this.connect();
    while (this.flying.length > 0) this.receive(this.flying.shift());
  }

  private append(): void {
    this.journal.push(`${this.epoch}:${this.journal.length + 1}`);
    this.flying.push(event(this.journal.length, EPOCHS[this.epoch]));
  }

  /** A backup is put back, once: its last events are gone, and the history is another one. */
  private restore(place: number): void {
    if (this.epoch > 0) return;
    this.epoch = 1;
    this.journal = this.journal.slice(0, place % (this.journal.length + 1));
    this.trimmed = Math.min(this.trimmed, this.journal.length);
    this.written.set(EPOCHS[1]!, this.journal);
    this.connect();
  }

  /** Messages of the connection before may still be under way. */
  private connect(): void {
    const { epoch, seq } = this.position;
    const now = EPOCHS[this.epoch]!;
    const bridged = epoch === now && seq <= this.journal.length && seq >= this.trimmed;
    if (!bridged) this.flying.push({ kind: 'reset', ...head(this.journal.length, now) });
    const from = bridged ? seq : this.journal.length;
    for (let next = from + 1; next <= this.journal.length; next += 1)
      this.flying.push(event(next, now));
  }

  private receive(incoming: Incoming | undefined): void {
    if (!incoming) return;
    const { act, position } = order(this.position, incoming);
    this.position = position;
    const history = this.written.get(incoming.epoch)!;
    if (act === 'apply') this.applied.push(history[incoming.seq - 1]!);
    if (act === 'reload') this.applied = history.slice(0, incoming.seq);
    if (act === 'reconnect') this.connect();
  }
}
