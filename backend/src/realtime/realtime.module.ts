import { Module } from '@nestjs/common';
import { HandshakeMiddleware } from './handshake.middleware';
import { WsGateway } from './ws.gateway';
import { WsJwtGuard } from './ws-jwt.guard';

/** The gateway: what the journal holds, on every screen that is open. */
@Module({ providers: [WsGateway, HandshakeMiddleware, WsJwtGuard] })
export class RealtimeModule {}
