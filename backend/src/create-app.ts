import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import type { Settings } from './config/settings';
import { Redis } from './platform/cluster/redis';
import { PROXIES } from './platform/identity/client-address';
import { serveOpenApi } from './platform/openapi/openapi';
import { httpTiming } from './platform/metrics/http-timing';
import { Metrics } from './platform/metrics/metrics';
import { validation } from './platform/problems/validation';
import { securityHeaders } from './platform/security-headers';
import { SocketAdapter } from './realtime/socket.adapter';

/** A collection of the largest size fits, with its JSON around it. */
const BODY_LIMIT = '6mb';

/**
 * Longer than the minute for which nginx keeps a connection (`keepalive_timeout`): a server that lets go first answers
 * the next request with a reset.
 */
const KEEP_ALIVE_MS = 75_000;

/** The application on a database whose schema is up to date; `listen` starts it. */
export async function createApp(settings: Settings): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(settings), {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  app.set('trust proxy', 'loopback, uniquelocal');
  app.set(PROXIES, settings.trustProxy);
  app.disable('x-powered-by');
  app.use(httpTiming(app.get(Metrics)), securityHeaders, compression(), cookieParser());
  app.useBodyParser('json', { limit: BODY_LIMIT, strict: true });
  app.enableCors({ origin: [...settings.corsOrigins], credentials: true });
  app.useGlobalPipes(validation());
  app.useWebSocketAdapter(new SocketAdapter(app, settings.corsOrigins, app.get(Redis).client));
  app.setGlobalPrefix('api', { exclude: ['metrics'] });
  serveOpenApi(app);
  app.getHttpServer().keepAliveTimeout = KEEP_ALIVE_MS;
  return app;
}
