import type { EventData, EventName, Notice } from '@cartable/contract';

/** An event to be appended to the streams of `to`. */
export interface JournalEntry<N extends EventName = EventName> {
  name: N;
  to: readonly string[];
  /** What differs between people, or all of the data when nobody shares it. */
  data: Partial<EventData<N>>;
  /** The rest, stored once under `key`; the same key always means the same content. */
  shared?: { key: string; data: Partial<EventData<N>> };
  /** What the notification list keeps; absent: the list does not show the event. */
  notice?: Notice;
}

/** One event of one stream, ready for the wire. */
export interface StreamEvent {
  /** The history that `seq` counts in. */
  epoch: string;
  seq: number;
  name: EventName;
  at: Date;
  data: object;
  /** About how large it is as JSON. */
  bytes: number;
}
