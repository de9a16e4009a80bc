import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { BeforeApplicationShutdown, Injectable, OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { sayBye } from './bye';
import { LocalSockets } from './local-sockets';

/** Clients come back within this time, each at a moment of its own. */
const SPREAD_MS = 2_000;
/** Requests on their way may take so long; then the server stops whether they are done or not. */
const LONGEST_REQUEST_MS = 6_000;
const IDLE_MS = 100;

/** Says goodbye to every socket before the server stops: they come back, here or on another instance, and miss nothing. */
@Injectable()
export class Drain implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly connections = new Set<Socket>();

  constructor(
    private readonly sockets: LocalSockets,
    private readonly host: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    this.server.on('connection', (connection: Socket) => {
      this.connections.add(connection);
      connection.once('close', () => this.connections.delete(connection));
    });
  }

  beforeApplicationShutdown(): void {
    for (const socket of this.sockets.all()) {
      const retryMs = Math.round(Math.random() * SPREAD_MS);
      sayBye(socket, { reason: 'shutting-down', retryMs });
    }
    // Left to itself, it would wait for connections whose last request was answered since.
    const idle = setInterval(() => this.server.closeIdleConnections(), IDLE_MS).unref();
    this.server.once('close', () => clearInterval(idle));
    setTimeout(() => {
      for (const connection of this.connections) connection.destroy();
    }, LONGEST_REQUEST_MS).unref();
  }

  private get server(): Server {
    return this.host.httpAdapter.getHttpServer() as Server;
  }
}
