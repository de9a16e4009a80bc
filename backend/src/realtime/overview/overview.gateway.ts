import { UseFilters, UseGuards } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import { DelaySeenBody, WatchBody } from '@cartable/contract';
import { Tally } from '../../platform/activity/tally';
import { Roles } from '../../platform/identity/role-check';
import { Problem } from '../../platform/problems/problem';
import type { SignedInSocket } from '../socket-session';
import { WsJwtGuard } from '../ws-jwt.guard';
import { WsProblemFilter } from '../ws-problem.filter';
import { Pulse } from './pulse';
import { WATCHERS } from './watchers';

const SAMPLE_MS = 1_000;

/** What screens tell of what they saw, and who looks at the sum of it. */
@WebSocketGateway()
@UseGuards(WsJwtGuard)
@UseFilters(WsProblemFilter)
export class OverviewGateway {
  private readonly sampledAt = new WeakMap<SignedInSocket, number>();

  constructor(
    private readonly tally: Tally,
    private readonly pulse: Pulse,
  ) {}

  /** The overview from now on, or no longer. A changed role ends the session, and with it the socket. */
  @SubscribeMessage('watch')
  @Roles('admin')
  async watch(
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody() body: unknown,
  ): Promise<WatchBody> {
    const wish = WatchBody.safeParse(body);
    if (!wish.success) throw new Problem('validation-failed');
    if (wish.data.overview) {
      await socket.join(WATCHERS);
      this.pulse.hasten();
    } else {
      await socket.leave(WATCHERS);
    }
    return wish.data;
  }

  /** One screen counts once a second, whatever it says. */
  @SubscribeMessage('seen')
  seen(@ConnectedSocket() socket: SignedInSocket, @MessageBody() body: unknown): void {
    const seen = DelaySeenBody.safeParse(body);
    if (!seen.success) throw new Problem('validation-failed');
    const now = performance.now();
    if (now - (this.sampledAt.get(socket) ?? -Infinity) < SAMPLE_MS) return;
    this.sampledAt.set(socket, now);
    this.tally.delay(seen.data.delayMs);
  }
}
