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

/** Says goodbye to every socket before the server stops: they come back, here or on another instance, and miss nothing. */
@Injectable()
export class Drain implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly connections = new Set<Socket>();

  constructor(
    private readonly sockets: LocalSockets,
    private readonly host: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    server.on('connection', (connection: Socket) => {
      this.connections.add(connection);
      connection.once('close', () => this.connections.delete(connection));
    });
  }

  beforeApplicationShutdown(): void {
    for (const socket of this.sockets.all()) {
      const retryMs = Math.round(Math.random() * SPREAD_MS);
      sayBye(socket, { reason: 'shutting-down', retryMs });
    }
    setTimeout(() => {
      for (const connection of this.connections) connection.destroy();
    }, LONGEST_REQUEST_MS).unref();
  }
}
