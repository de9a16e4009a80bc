import type { IncomingMessage } from 'node:http';
import { INestApplication, Logger } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { MessageMappingProperties } from '@nestjs/websockets';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { lastValueFrom, Observable } from 'rxjs';
import type { Server, ServerOptions, Socket } from 'socket.io';
import type { RedisClient } from '../platform/cluster/redis';

const KB = 1024;

/** Socket.IO as Cartable runs it: websocket first, small inbound frames, no foreign origins. */
export class SocketAdapter extends IoAdapter {
  protected override readonly logger = new Logger(SocketAdapter.name);

  constructor(
    app: INestApplication,
    private readonly corsOrigins: readonly string[],
    private readonly redis: RedisClient | null,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const own: Partial<ServerOptions> = {
      path: '/socket.io',
      serveClient: false,
      transports: ['websocket', 'polling'],
      cors: { origin: [...this.corsOrigins] },
      adapter: this.redis ? createAdapter(this.redis, { streamName: 'cartable' }) : undefined,
      maxHttpBufferSize: 16 * KB,
      connectTimeout: 10_000,
      allowRequest: (request: IncomingMessage, decide) => {
        const allowed = this.isOwnOrigin(request);
        if (!allowed) this.logger.log({ why: 'origin-refused' }, 'handshake refused');
        decide(null, allowed);
      },
    };
    return super.createIOServer(port, { ...options, ...own } as ServerOptions);
  }

  /** As Nest's own does it, but without eight observables a socket: with many sockets they are most of the memory. */
  override bindMessageHandlers(
    socket: Socket,
    handlers: MessageMappingProperties[],
    transform: (answer: unknown) => Observable<unknown>,
  ): void {
    for (const { message, callback } of handlers) {
      socket.on(message, (...said: unknown[]) => {
        const ack = said.find((one): one is (answer: unknown) => void => typeof one === 'function');
        const [body] = said.filter((one) => one !== ack);
        lastValueFrom(transform(callback(body, ack)), { defaultValue: undefined }).then(
          (answer) => {
            if (answer !== undefined) ack?.(answer);
          },
          (error: unknown) => this.logger.error(error),
        );
      });
    }
  }

  /** `cors` alone does not stop a foreign page's websocket. Programs send no Origin; they need a token all the same. */
  private isOwnOrigin({ headers }: IncomingMessage): boolean {
    const { origin, host } = headers;
    if (origin === undefined || this.corsOrigins.includes(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }
}
