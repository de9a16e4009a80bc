import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { HintSender } from '../platform/cluster/hint-sender';
import { HintHeard } from '../platform/cluster/hints';
import { JournalCommitted } from '../platform/journal/journal-committed';
import { LocalSockets } from './local-sockets';
import { userRoom } from './socket-session';

/** Wakes the pumps of streams that have grown: here at once, on other instances by a hint. */
@Injectable()
export class StreamWakes {
  constructor(
    private readonly sockets: LocalSockets,
    private readonly hints: HintSender,
  ) {}

  @OnEvent(JournalCommitted.event)
  committed({ streams }: JournalCommitted): void {
    for (const [personId, events] of streams) {
      for (const { data } of this.sockets.in(userRoom(personId))) data.pump?.wake(events);
    }
    this.hints.send('streams', streams.keys());
  }

  @OnEvent(HintHeard.event)
  heard({ topic, ids }: HintHeard): void {
    if (topic !== 'streams') return;
    for (const personId of ids) {
      for (const { data } of this.sockets.in(userRoom(personId))) data.pump?.wake();
    }
  }
}
