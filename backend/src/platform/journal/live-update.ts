import type { LiveEventData, LiveEventName, Role } from '@cartable/contract';

/** A person, by id, or everybody of a role. */
export type LiveAudience = string | { role: Role };

/** Domain event, after commit: tells open screens something that is not kept. */
export class LiveUpdate<N extends LiveEventName = LiveEventName> {
  static readonly event = 'live.update';
  constructor(
    readonly to: LiveAudience,
    readonly name: N,
    readonly data: LiveEventData<N>,
  ) {}
}
