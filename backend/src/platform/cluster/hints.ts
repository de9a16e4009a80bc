/**
 * What a hint is about: streams that have grown (ids of people), sessions that have ended (ids of sessions), or that somebody looks at the
 * overview (id of the instance).
 */
export const topics = ['streams', 'sessions', 'overview'] as const;
export type Topic = (typeof topics)[number];

/**
 * Domain event: another instance says that something has changed. A hint, never a fact: who hears it looks into Postgres,
 * and who misses it finds out by looking every few seconds.
 */
export class HintHeard {
  static readonly event = 'cluster.hint';
  constructor(
    readonly topic: Topic,
    readonly ids: readonly string[],
  ) {}
}

/** Domain event: hints may have been missed meanwhile, so it is time to look. */
export class HintsMissed {
  static readonly event = 'cluster.hints-missed';
}
