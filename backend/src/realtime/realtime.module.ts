import { Module } from '@nestjs/common';
import { ActivityLedger } from '../platform/activity/activity-ledger';
import { Admission } from './admission';
import { CatchUp } from './catch-up';
import { Drain } from './drain';
import { HandshakeMiddleware } from './handshake.middleware';
import { LiveUpdates } from './live-updates';
import { LocalSockets } from './local-sockets';
import { InstanceReport } from './overview/instance-report';
import { OverviewGateway } from './overview/overview.gateway';
import { Pulse } from './overview/pulse';
import { RealtimeMetrics } from './realtime-metrics';
import { SessionClosing } from './session-closing';
import { SocketAllowance } from './socket-allowance';
import { StreamWakes } from './stream-wakes';
import { WsGateway } from './ws.gateway';
import { WsJwtGuard } from './ws-jwt.guard';

/** The gateway: what the journal holds, on every screen that is open. */
@Module({
  providers: [
    WsGateway,
    HandshakeMiddleware,
    WsJwtGuard,
    LocalSockets,
    Admission,
    SocketAllowance,
    StreamWakes,
    SessionClosing,
    CatchUp,
    LiveUpdates,
    Drain,
    RealtimeMetrics,
    OverviewGateway,
    ActivityLedger,
    Pulse,
    InstanceReport,
  ],
})
export class RealtimeModule {}
