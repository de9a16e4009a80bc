import { StreamHead } from '@cartable/contract';

/** What can come out of a connection, as far as order is concerned. */
export type Incoming = StreamHead & { kind: 'event' | 'reset' };

/** What to do with it; `position` is where the person's stream stands once that is done. */
export interface Verdict {
  act: 'apply' | 'ignore' | 'reconnect' | 'reload';
  position: StreamHead;
}

/**
 * Decides over each message, whatever the network did: only the next event is applied; what is known is ignored; at a gap, or in
 * another history, nothing is applied and the server is asked again from `position`.
 */
export function order(position: StreamHead, incoming: Incoming): Verdict {
  const { kind, epoch, seq } = incoming;
  if (kind === 'reset') return { act: 'reload', position: { epoch, seq } };
  if (epoch !== position.epoch) return { act: 'reconnect', position };
  if (seq <= position.seq) return { act: 'ignore', position };
  if (seq > position.seq + 1) return { act: 'reconnect', position };
  return { act: 'apply', position: { epoch, seq } };
}
