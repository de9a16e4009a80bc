import type { LiveEventData, LiveEventName } from '@cartable/contract';

/** Domain event, after commit: tells a person's open screens something that is not kept. */
export class LiveUpdate<N extends LiveEventName = LiveEventName> {
  static readonly event = 'live.update';
  constructor(
    readonly to: string,
    readonly name: N,
    readonly data: LiveEventData<N>,
  ) {}
}
