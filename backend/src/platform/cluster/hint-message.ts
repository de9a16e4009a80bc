import { Topic, topics } from './hints';

/** The channel of Postgres on which instances hint (NOTIFY). */
export const CHANNEL = 'cartable_hints';

/** A payload must be shorter than 8,000 bytes: https://www.postgresql.org/docs/current/sql-notify.html */
const IDS_PER_PAYLOAD = 200;

interface HintMessage {
  /** The instance that says it. */
  from: string;
  topic: Topic;
  ids: string[];
}

/** Payloads that tell of these ids, each short enough. */
export function hintPayloads(from: string, topic: Topic, ids: readonly string[]): string[] {
  const payloads: string[] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_PAYLOAD) {
    payloads.push([from, topic, ...ids.slice(start, start + IDS_PER_PAYLOAD)].join(' '));
  }
  return payloads;
}

/** Reads a payload; null for one that is none of ours. */
export function readHint(payload: string): HintMessage | null {
  const [from = '', topic, ...ids] = payload.split(' ');
  const known = topics.find((one) => one === topic);
  return known ? { from, topic: known, ids } : null;
}
