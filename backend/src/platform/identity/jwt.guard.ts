import { CanActivate, ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@cartable/contract';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { Problem } from '../problems/problem';
import { Authenticator } from './authenticator';
import { addressOf } from './client-address';
import type { Principal } from './principal';

const PUBLIC = 'cartable:public';
const ROLES = 'cartable:roles';
const ONCE_AN_HOUR = { most: 1, seconds: 3_600 };

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
    private readonly audit: AuditService,
    private readonly dataSource: DataSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http' || this.find<boolean>(PUBLIC, context)) return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const [, token] = /^Bearer ([\w.-]{1,4096})$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!token) throw new Problem('not-signed-in');
    request.principal = await this.authenticator.authenticate(token);
    const roles = this.find<Role[]>(ROLES, context);
    if (roles && !roles.includes(request.principal.role)) {
      await this.writeDown(request, request.principal);
      throw new Problem('forbidden');
    }
    return true;
  }

  private async writeDown(request: SignedInRequest, { id }: Principal): Promise<void> {
    const { path } = request.route as { path: string };
    await this.audit.recordAtMost(this.dataSource.manager, ONCE_AN_HOUR, {
      act: 'access.refused',
      by: { id, address: addressOf(request) },
      // As the route is declared: what a stranger wrote in an address is not kept.
      details: { asked: `${request.method} ${path}` },
    });
  }

  private find<T>(key: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T>(key, [context.getHandler(), context.getClass()]);
  }
}
