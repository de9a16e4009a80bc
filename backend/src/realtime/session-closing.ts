import { Injectable, Logger } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import { HintSender } from '../platform/cluster/hint-sender';
import { HintHeard } from '../platform/cluster/hints';
import { Authenticator } from '../platform/identity/authenticator';
import { EndedSession, SessionsEnded } from '../platform/identity/session-ended';
import { sayBye } from './bye';
import { LocalSockets } from './local-sockets';
import { sessionRoom } from './socket-session';

/** A socket does not outlive its session, on whatever instance it is. */
@Injectable()
export class SessionClosing {
  private readonly logger = new Logger(SessionClosing.name);

  constructor(
    private readonly sockets: LocalSockets,
    private readonly hints: HintSender,
    private readonly authenticator: Authenticator,
  ) {}

  @OnEvent(SessionsEnded.event)
  ended({ sessions }: SessionsEnded): void {
    this.close(sessions);
    this.hints.send(
      'sessions',
      sessions.map(({ id }) => id),
    );
  }

  @OnEvent(HintHeard.event)
  async heard({ topic, ids }: HintHeard): Promise<void> {
    if (topic !== 'sessions') return;
    try {
      await this.closeEndedAmong(ids);
    } catch (error) {
      // Nothing is forgotten: all sessions are looked at every few seconds.
      this.logger.warn({ err: error }, 'could not look which sessions have ended');
    }
  }

  /** Closes the sockets here of those of the sessions that are over. */
  async closeEndedAmong(sessionIds: readonly string[]): Promise<void> {
    const here = sessionIds.flatMap((id) => {
      const [socket] = this.sockets.in(sessionRoom(id));
      return socket ? [{ id, personId: socket.data.principal.id }] : [];
    });
    if (here.length > 0) this.close(await this.authenticator.ended(here));
  }

  private close(sessions: readonly EndedSession[]): void {
    for (const { id, because } of sessions) {
      for (const socket of this.sockets.in(sessionRoom(id))) {
        sayBye(socket, { reason: 'session-ended', retryMs: null, because });
      }
    }
  }
}
