import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Problem } from '../platform/problems/problem';
import type { SignedInSocket } from './socket-session';

/** Messages are handled only while the token that let the socket in, or renewed it, has not ended. */
@Injectable()
export class WsJwtGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { principal } = context.switchToWs().getClient<SignedInSocket>().data;
    if (principal.expiresAt <= new Date()) throw new Problem('not-signed-in');
    return true;
  }
}
