/** One measured quantity at one setting: a value a round. */
export interface Series {
  /** What was measured: "Cartable", "the design that it replaces", "bare Socket.IO" … */
  who: string;
  /** The quantity: "request to event, p50". */
  what: string;
  /** The setting: "8 in flight". */
  at: string;
  unit: string;
  rounds: number[];
}

/** A promise of issue 4 and what came of it, in the run's own figures. */
export interface Target {
  wanted: string;
  /** The measured value in words, e.g. "4.6× (3.9–5.1)". */
  measured: string;
  isMet: boolean;
}

export interface Measured {
  series: Series[];
  targets: Target[];
  /** What a reader must know to judge the figures: sizes, warm-up, what is not measured. */
  notes: string[];
}

export interface Options {
  /** Interleaved: in each round every candidate once, in an order that changes. */
  rounds: number;
  /** Seconds instead of minutes, small sizes: only that it still runs. No target is judged. */
  isSmoke: boolean;
  say: (line: string) => void;
}

export interface Figure {
  name: string;
  title: string;
  measure: (options: Options) => Promise<Measured>;
}
