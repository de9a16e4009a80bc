import * as fc from 'fast-check';

/** What an attacker knows and should gain nothing by. */
export interface Knowledge {
  /** Ids and names of others, of rooms, of sockets. */
  ids: readonly string[];
  tokens: readonly string[];
  epoch: string;
}

/** Socket.IO's own: a packet that names one of them costs its sender the connection. */
const RESERVED = [
  'connect',
  'connect_error',
  'disconnect',
  'disconnecting',
  'newListener',
  'removeListener',
];
/** What the server says, what other servers listen to, what code might look up by mistake. */
export const NAMES = [
  'newCollection',
  'collectionUpdated',
  'collectionRemoved',
  'shareCodeUsed',
  'shareCodesStirred',
  'contentStirred',
  'shareCodeRevoked',
  'reset',
  'bye',
  'ping',
  'renew',
  'join',
  'subscribe',
  'leave',
  'room',
  'message',
  'exception',
  'error',
  'connection',
  'new_namespace',
  'session.ended',
  'journal.committed',
  '__proto__',
  'constructor',
  'toString',
  '',
];

const quoted = (value: unknown) => JSON.stringify(value);

/** Engine.IO packets of protocol 4, as text or bytes, none of which a page of ours would send. */
export function hostileFrames({
  ids,
  tokens,
  epoch,
}: Knowledge): fc.Arbitrary<string | Uint8Array> {
  const name = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...NAMES) },
    { weight: 6, arbitrary: fc.constantFrom(...ids) },
    { weight: 3, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.constantFrom(...RESERVED) },
  );
  const forged = fc.record({
    epoch: fc.constantFrom(epoch, '', '00000000-0000-4000-8000-000000000000'),
    seq: fc.oneof(fc.integer(), fc.double()),
    last: fc.oneof(fc.integer(), fc.constantFrom(0, -1, 2 ** 31, 2 ** 53, 1e300, null, '0')),
    token: fc.constantFrom(...tokens, '', 'a.b.c', null, 1),
    userId: fc.constantFrom(...ids),
    room: fc.constantFrom(...ids),
    rooms: fc.subarray([...ids]),
    to: fc.constantFrom(...ids),
    reason: fc.constantFrom('session-ended', 'shutting-down'),
  });
  const payload = fc.oneof(forged, fc.jsonValue(), fc.constantFrom(...ids), fc.constant(undefined));
  const id = fc.oneof(fc.constant(''), fc.nat(2 ** 40).map(String));
  const space = fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom('', '/,') },
    { weight: 1, arbitrary: fc.constantFrom('/admin,', ...ids.map((known) => `/${known},`)) },
  );

  const event = fc
    .tuple(space, id, name, fc.array(payload, { maxLength: 3 }))
    .map(([of, ack, what, args]) => `42${of}${ack}${quoted([what, ...args])}`);
  const connect = fc.tuple(space, payload).map(([of, auth]) => `40${of}${quoted(auth) ?? ''}`);
  const answer = fc.tuple(id, fc.jsonValue()).map(([ack, value]) => `43${ack}${quoted([value])}`);
  const binary = fc
    .tuple(fc.constantFrom('5', '6'), fc.nat(12), name)
    .map(
      ([type, count, what]) => `4${type}${count}-${quoted([what, { _placeholder: true, num: 0 }])}`,
    );
  const garbage = fc.oneof(
    fc.string({ maxLength: 200, unit: 'binary' }),
    fc
      .tuple(fc.constantFrom('4', '42', '420', '451-', '4/', '42['), fc.string())
      .map((p) => p.join('')),
    fc.constantFrom('', '0', '2probe', '3probe', '3', '5', '6', '7', 'b', 'bAAAA', '47', '49', '4'),
    fc.constantFrom('[', '{"a":', '[[').map((open) => `42["ping",${open.repeat(2_000)}`),
    fc.constantFrom(15_000, 15_900).map((length) => `42["ping","${'x'.repeat(length)}"]`),
  );
  const farewell = fc.constantFrom('41', '1', `42${quoted(['x', 'x'.repeat(20_000)])}`, '4');
  return fc.oneof(
    { weight: 80, arbitrary: event },
    { weight: 6, arbitrary: connect },
    { weight: 4, arbitrary: answer },
    { weight: 2, arbitrary: binary },
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 300 }) },
    { weight: 4, arbitrary: garbage },
    { weight: 1, arbitrary: farewell },
  );
}
