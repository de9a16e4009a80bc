import type { StreamEvent } from './journal-entry';

/** Domain event, after commit: streams that have grown, each with what was just appended to it, in order. */
export class JournalCommitted {
  static readonly event = 'journal.committed';
  constructor(readonly streams: ReadonlyMap<string, readonly StreamEvent[]>) {}
}
