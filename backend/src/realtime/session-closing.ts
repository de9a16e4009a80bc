import { Injectable } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { HintSender } from '../platform/cluster/hint-sender';
import { HintHeard } from '../platform/cluster/hints';
import { SessionEnded } from '../platform/identity/session-ended';
import { sayBye } from './bye';
import { LocalSockets } from './local-sockets';
import { sessionRoom } from './socket-session';

/** A socket does not outlive its session, on whatever instance it is. */
@Injectable()
export class SessionClosing {
  constructor(
    private readonly sockets: LocalSockets,
    private readonly hints: HintSender,
  ) {}

  @OnEvent(SessionEnded.event)
  ended({ sessionIds }: SessionEnded): void {
    this.close(sessionIds);
    this.hints.send('sessions', sessionIds);
  }

  @OnEvent(HintHeard.event)
  heard({ topic, ids }: HintHeard): void {
    if (topic === 'sessions') this.close(ids);
  }

  close(sessionIds: readonly string[]): void {
    for (const sessionId of sessionIds) {
      for (const socket of this.sockets.in(sessionRoom(sessionId))) {
        sayBye(socket, { reason: 'session-ended', retryMs: null });
      }
    }
  }
}
