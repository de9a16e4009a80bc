import { CanActivate, ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { Problem } from '../problems/problem';
import { Authenticator } from './authenticator';
import { addressOf } from './client-address';
import type { Principal } from './principal';
import { RoleCheck } from './role-check';

const PUBLIC = 'cartable:public';

/** The handler answers to strangers, too. */
export const Public = () => SetMetadata(PUBLIC, true);

export type SignedInRequest = Request & { principal?: Principal };

/** Lets nobody in without a living session and the role that the handler asks for. */
@Injectable()
export class JwtGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly roles: RoleCheck,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http' || this.isPublic(context)) return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const [, token] = /^Bearer ([\w.-]{1,4096})$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!token) throw new Problem('not-signed-in');
    request.principal = await this.authenticator.authenticate(token);
    const { path } = request.route as { path: string };
    await this.roles.check(context, request.principal, {
      address: addressOf(request),
      asked: `${request.method} ${path}`,
    });
    return true;
  }

  private isPublic(context: ExecutionContext): boolean | undefined {
    return this.reflector.getAllAndOverride(PUBLIC, [context.getHandler(), context.getClass()]);
  }
}
