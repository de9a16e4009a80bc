import { Logger, UseFilters, UseGuards } from '@nestjs/common';
import { OnEvent } from '@nestjs/event-emitter';
import {
  ConnectedSocket,
  MessageBody,
  OnGatewayConnection,
  OnGatewayDisconnect,
  OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import type { Namespace, Server } from 'socket.io';
import { PingBody, RenewBody } from '@cartable/contract';
import type { Pong, Renewed } from '@cartable/contract';
import { Authenticator } from '../platform/identity/authenticator';
import { SessionEnded } from '../platform/identity/session-ended';
import { JournalCommitted } from '../platform/journal/journal-committed';
import { JournalReader } from '../platform/journal/journal-reader';
import { LiveUpdate } from '../platform/journal/live-update';
import { Problem } from '../platform/problems/problem';
import { sayBye } from './bye';
import { HandshakeMiddleware } from './handshake.middleware';
import { Pump } from './pump';
import { SocketSink } from './socket-sink';
import type { SignedInSocket } from './socket-session';
import { sessionRoom, userRoom } from './socket-session';
import { TokenClock } from './token-clock';
import { WsJwtGuard } from './ws-jwt.guard';
import { WsProblemFilter } from './ws-problem.filter';

/** Opens a window on each person's stream for each of their sockets. It knows streams and rooms, no event by name. */
@WebSocketGateway()
@UseGuards(WsJwtGuard)
@UseFilters(WsProblemFilter)
export class WsGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  private readonly logger = new Logger(WsGateway.name);

  @WebSocketServer()
  private readonly server!: Server;

  constructor(
    private readonly handshake: HandshakeMiddleware,
    private readonly authenticator: Authenticator,
    private readonly journal: JournalReader,
  ) {}

  afterInit(server: Server): void {
    server.use(this.handshake.use);
    server.on('new_namespace', (namespace: Namespace) => namespace.use(this.handshake.use));
  }

  handleConnection(socket: SignedInSocket): void {
    const { principal, handshake } = socket.data;
    const { id: userId, sessionId, expiresAt } = principal;
    this.logger.log({ userId, socketId: socket.id, last: handshake.last }, 'socket connected');
    void socket.join([userRoom(userId), sessionRoom(sessionId)]);
    this.logger.log({ userId, socketId: socket.id, room: userRoom(userId) }, 'room joined');
    const source = {
      bounds: () => this.journal.bounds(userId),
      after: (seq: number, limit: number) => this.journal.after(userId, seq, limit),
    };
    socket.data.pump = new Pump(source, new SocketSink(socket), handshake);
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

  /** A fresh token on a living socket; the same person's only. */
  @SubscribeMessage('renew')
  async renew(
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody() body: unknown,
  ): Promise<Renewed> {
    const renewal = RenewBody.safeParse(body);
    if (!renewal.success) throw new Problem('validation-failed');
    const principal = await this.authenticator.authenticate(renewal.data.token);
    if (principal.id !== socket.data.principal.id) throw new Problem('forbidden');
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

  @OnEvent(JournalCommitted.event)
  wake({ streams }: JournalCommitted): void {
    for (const [userId, events] of streams) {
      for (const socket of this.socketsIn(userRoom(userId))) socket.data.pump?.wake(events);
    }
  }

  @OnEvent(LiveUpdate.event)
  tell({ to, name, data }: LiveUpdate): void {
    this.server.to(userRoom(to)).emit(name, data);
  }

  @OnEvent(SessionEnded.event)
  close({ sessionIds }: SessionEnded): void {
    for (const sessionId of sessionIds) {
      for (const socket of this.socketsIn(sessionRoom(sessionId))) {
        sayBye(socket, { reason: 'session-ended', retryMs: null });
      }
    }
  }

  /** The sockets of a room that are connected to this instance. */
  private socketsIn(room: string): SignedInSocket[] {
    const { adapter, sockets } = this.server.of('/');
    return [...(adapter.rooms.get(room) ?? [])].flatMap((id) => {
      const socket = sockets.get(id);
      return socket ? [socket as SignedInSocket] : [];
    });
  }
}
