import { Logger, UseFilters, UseGuards } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  OnGatewayConnection,
  OnGatewayDisconnect,
  OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Namespace, Server } from 'socket.io';
import { PingBody, RenewBody } from '@cartable/contract';
import type { Pong, Renewed } from '@cartable/contract';
import { Tally } from '../platform/activity/tally';
import { Authenticator } from '../platform/identity/authenticator';
import { JournalReader } from '../platform/journal/journal-reader';
import { Problem } from '../platform/problems/problem';
import { Admission } from './admission';
import { sayBye } from './bye';
import { HandshakeMiddleware } from './handshake.middleware';
import { makeLean } from './lean-connection';
import { LiveUpdates } from './live-updates';
import { LocalSockets } from './local-sockets';
import { Connection, limitMessages } from './message-rate';
import { Pump, StreamSource } from './pump';
import { SocketSink } from './socket-sink';
import type { SignedInSocket } from './socket-session';
import { roleRoom, sessionRoom, userRoom } from './socket-session';
import { TokenClock } from './token-clock';
import { WsJwtGuard } from './ws-jwt.guard';
import { WsProblemFilter } from './ws-problem.filter';

/** Opens a window on each person's stream for each of their sockets. It knows streams and rooms, no event by name. */
@WebSocketGateway()
@UseGuards(WsJwtGuard)
@UseFilters(WsProblemFilter)
export class WsGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  private readonly logger = new Logger(WsGateway.name);

  constructor(
    private readonly handshake: HandshakeMiddleware,
    private readonly authenticator: Authenticator,
    private readonly journal: JournalReader,
    private readonly admission: Admission,
    private readonly sockets: LocalSockets,
    private readonly live: LiveUpdates,
    private readonly tally: Tally,
  ) {}

  afterInit(server: Server): void {
    this.sockets.attach(server);
    this.live.attach(server);
    server.engine.on('connection', (conn: Connection) =>
      limitMessages(conn, () => this.logger.log('connection closed: too many messages')),
    );
    server.use(this.handshake.use);
    server.on('new_namespace', (namespace: Namespace) => namespace.use(this.handshake.use));
  }

  handleConnection(socket: SignedInSocket): void {
    const { principal, resume, again } = socket.data;
    const { id: userId, role, sessionId, expiresAt } = principal;
    this.logger.log({ userId, socketId: socket.id, last: resume.last }, 'socket connected');
    if (again) this.tally.count('reconnects');
    makeLean(socket.conn);
    void socket.join([userRoom(userId), roleRoom(role), sessionRoom(sessionId)]);
    this.logger.log({ userId, socketId: socket.id, room: userRoom(userId) }, 'room joined');
    socket.data.pump = new Pump(this.streamOf(userId), new SocketSink(socket, this.tally), resume);
    socket.data.pump.start();
    socket.data.clock = new TokenClock(() =>
      sayBye(socket, { reason: 'token-expired', retryMs: 0 }),
    );
    socket.data.clock.set(expiresAt);
  }

  handleDisconnect(socket: SignedInSocket): void {
    const { principal, pump, clock } = socket.data;
    pump?.stop();
    clock?.stop();
    this.logger.log({ userId: principal.id, socketId: socket.id }, 'socket closed');
  }

  /** A fresh token on a living socket; the same person's only. In another role they have other rooms: they come back. */
  @SubscribeMessage('renew')
  async renew(
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody() body: unknown,
  ): Promise<Renewed> {
    const renewal = RenewBody.safeParse(body);
    if (!renewal.success) throw new Problem('validation-failed');
    const principal = await this.authenticator.authenticate(renewal.data.token);
    if (principal.id !== socket.data.principal.id) throw new Problem('forbidden');
    if (principal.role !== socket.data.principal.role) {
      sayBye(socket, { reason: 'token-expired', retryMs: 0 });
      throw new Problem('forbidden');
    }
    await socket.leave(sessionRoom(socket.data.principal.sessionId));
    await socket.join(sessionRoom(principal.sessionId));
    socket.data.principal = principal;
    socket.data.clock?.set(principal.expiresAt);
    return { expiresAt: principal.expiresAt.toISOString() };
  }

  /** The connection check that the page shows. */
  @SubscribeMessage('ping')
  ping(@MessageBody() body: unknown): Pong {
    if (!PingBody.safeParse(body ?? {}).success) throw new Problem('validation-failed');
    return { at: new Date().toISOString() };
  }

  private streamOf(userId: string): StreamSource {
    const { journal, admission } = this;
    return {
      bounds: () => admission.admit(() => journal.bounds(userId)),
      after: (seq, most) => admission.admit(() => journal.after(userId, seq, most)),
    };
  }
}
