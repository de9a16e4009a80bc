import {
  Bye,
  Envelope,
  EventData,
  EventName,
  events,
  LiveEventData,
  LiveEventName,
  liveEvents,
  Reset,
  StreamHead,
} from '@cartable/contract';

/** An event of the person's stream, as the pages work with it. */
export type StreamEvent = {
  [N in EventName]: Envelope & { name: N; data: EventData<N> };
}[EventName];

export type LiveMessage = {
  [N in LiveEventName]: { name: N; data: LiveEventData<N> };
}[LiveEventName];

/** What a message of the server is. `event` is null when a newer server tells what this page doesn't know. */
export type Arrival =
  | { kind: 'event'; head: StreamHead; event: StreamEvent | null }
  | { kind: 'reset'; head: StreamHead }
  | { kind: 'bye'; bye: Bye }
  | { kind: 'live'; message: LiveMessage };

/** Reads a message of the server; null for what is none of ours. */
export function readArrival(name: string, data: unknown): Arrival | null {
  if (name === 'bye') {
    const bye = Bye.safeParse(data);
    return bye.success ? { kind: 'bye', bye: bye.data } : null;
  }
  if (name === 'reset') {
    const head = Reset.safeParse(data);
    return head.success ? { kind: 'reset', head: head.data } : null;
  }
  if (Object.hasOwn(liveEvents, name)) {
    const live = liveEvents[name as LiveEventName].safeParse(data);
    return live.success
      ? { kind: 'live', message: { name, data: live.data } as LiveMessage }
      : null;
  }
  return readEvent(name, data);
}

function readEvent(name: string, data: unknown): Arrival | null {
  const envelope = Envelope.safeParse(data);
  if (!envelope.success) return null;
  const { epoch, seq } = envelope.data;
  const head = { epoch, seq };
  if (!Object.hasOwn(events, name)) return { kind: 'event', head, event: null };
  const body = events[name as EventName].safeParse(data);
  // Something that we should understand and don't: read everything again rather than miss it.
  if (!body.success) return { kind: 'reset', head };
  return { kind: 'event', head, event: { ...envelope.data, name, data: body.data } as StreamEvent };
}
