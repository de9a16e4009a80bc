import type { Violation } from './invariants';

/** How a call ended: `unknown` when no answer came, so that it may have had its effect or not. */
export type Outcome = 'made' | 'found' | 'refused' | 'unknown';

export interface ImportCall {
  person: string;
  code: string;
  collection: string;
  outcome: Outcome;
}

/** One thing that a device took in: the state as a whole, up to `seq`, when the page opened or after a reset, or one event. */
export type Step =
  | { kind: 'opened'; epoch: string; seq: number }
  /** `asked`: the history in which the device stood when it made the connection that was answered so. */
  | { kind: 'reset'; epoch: string; seq: number; asked: string }
  | {
      kind: 'event';
      epoch: string;
      seq: number;
      name: string;
      collection: string;
      /** When it was written, by its own word: milliseconds. */
      at: number;
      /** See {@link digest}. */
      digest: string;
      delayMs: number;
    };

export interface DeviceHistory {
  person: string;
  name: string;
  steps: Step[];
  /** What its list shows at the end: the revision, by collection. */
  list: Map<string, number>;
  /** How often it connected. */
  connects: number;
  /** How long after the last fault it stood where the journal stands; null: not in time. */
  convergedMs: number | null;
}

export interface JournalRow {
  person: string;
  seq: number;
  name: string;
  collection: string;
  at: number;
  digest: string;
}

/** What the database holds at the end, and what of the journal was trimmed meanwhile. */
export interface Truth {
  /** Every history that was current at some time. */
  epochs: string[];
  journal: JournalRow[];
  streams: { person: string; lastSeq: number; trimmedSeq: number }[];
  lists: Map<string, Map<string, number>>;
  codes: { code: string; uses: number; maxUses: number | null; people: string[] }[];
  /** Transactions that Postgres had to end because they waited for each other. */
  deadlocks: number;
}

export interface History {
  imports: ImportCall[];
  devices: DeviceHistory[];
  /** What went wrong under the eyes of whoever broke things. */
  complaints: Violation[];
  truth: Truth;
}
