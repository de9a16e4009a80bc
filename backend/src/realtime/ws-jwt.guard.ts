import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { RoleCheck } from '../platform/identity/role-check';
import { Problem } from '../platform/problems/problem';
import type { SignedInSocket } from './socket-session';

/**
 * Messages are handled only while the token that let the socket in, or renewed it, has not ended, and for the role that the handler
 * asks for.
 */
@Injectable()
export class WsJwtGuard implements CanActivate {
  constructor(private readonly roles: RoleCheck) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const ws = context.switchToWs();
    const { principal, address } = ws.getClient<SignedInSocket>().data;
    if (principal.expiresAt <= new Date()) throw new Problem('not-signed-in');
    await this.roles.check(context, principal, { address, asked: `socket ${ws.getPattern()}` });
    return true;
  }
}
