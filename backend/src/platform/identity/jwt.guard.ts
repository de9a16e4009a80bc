import { CanActivate, ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@cartable/contract';
import type { Request } from 'express';
import { Problem } from '../problems/problem';
import { Authenticator } from './authenticator';
import type { Principal } from './principal';

const PUBLIC = 'cartable:public';
const ROLES = 'cartable:roles';

/** The handler answers to strangers, too. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Only these roles may call the handler. */
export const Roles = (...roles: Role[]) => SetMetadata(ROLES, roles);

export type SignedInRequest = Request & { principal?: Principal };

/** Lets nobody in without a living session and the role that the handler asks for. */
@Injectable()
export class JwtGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http' || this.find<boolean>(PUBLIC, context)) return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const [, token] = /^Bearer ([\w.-]{1,4096})$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!token) throw new Problem('not-signed-in');
    request.principal = await this.authenticator.authenticate(token);
    const roles = this.find<Role[]>(ROLES, context);
    if (roles && !roles.includes(request.principal.role)) throw new Problem('forbidden');
    return true;
  }

  private find<T>(key: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T>(key, [context.getHandler(), context.getClass()]);
  }
}
