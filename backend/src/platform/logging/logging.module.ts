import { DynamicModule, Module } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LoggerModule } from 'nestjs-pino';
import type { SerializedError } from 'pino';
import { Settings } from '../../config/settings';
import { routeOf } from '../http/route-of';
import type { SignedInRequest } from '../identity/jwt.guard';

const WARN = 40;

/** What Nest says while it starts: the same at every start, and of no use to who reads logs. */
const BOOT_CONTEXTS = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'WebSocketsController',
]);

const isBootNoise = (first: unknown): boolean =>
  typeof first === 'object' &&
  first !== null &&
  'context' in first &&
  BOOT_CONTEXTS.has(String(first.context));

/** A database error carries the statement's parameters and its row, which may be a card's text, a code or an e-mail. */
const whatItIs = ({ type, code, message, stack }: SerializedError & { code?: string }) => ({
  type,
  code,
  message,
  stack,
});

/** One line of JSON an event; ids, never names, e-mails, tokens, codes or card text. */
@Module({})
export class LoggingModule {
  static forRoot(): DynamicModule {
    return LoggerModule.forRootAsync({
      inject: [Settings],
      useFactory: ({ logLevel }: Settings) => ({
        pinoHttp: {
          level: logLevel,
          quietReqLogger: true,
          hooks: {
            logMethod(args, method, level) {
              if (level >= WARN || !isBootNoise(args[0])) method.apply(this, args);
            },
          },
          serializers: { req: () => undefined, res: () => undefined, err: whatItIs },
          customAttributeKeys: { responseTime: 'ms' },
          customLogLevel: (_request: Request, response: Response) =>
            response.statusCode >= 500 ? 'error' : 'debug',
          customProps: (request: Request, response: Response) => ({
            method: request.method,
            route: routeOf(request),
            status: response.statusCode,
            userId: (request as SignedInRequest).principal?.id,
          }),
        },
      }),
    });
  }
}
