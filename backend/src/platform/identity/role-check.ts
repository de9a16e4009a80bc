import { ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@cartable/contract';
import { DataSource } from 'typeorm';
import { Actor, AuditService } from '../audit/audit.service';
import { Problem } from '../problems/problem';
import type { Principal } from './principal';

const ROLES = 'cartable:roles';
const ONCE_AN_HOUR = { most: 1, seconds: 3_600 };

/** Only these roles may call the handler. */
export const Roles = (...roles: Role[]) => SetMetadata(ROLES, roles);

/** Whether a handler may be called by somebody. Who asks for more than that stands in the audit: each thing once an hour. */
@Injectable()
export class RoleCheck {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditService,
    private readonly dataSource: DataSource,
  ) {}

  /** `asked`: the handler as it is declared; nothing that a stranger wrote. Throws `forbidden`. */
  async check(
    context: ExecutionContext,
    { id, role }: Principal,
    where: { address: Actor['address']; asked: string },
  ): Promise<void> {
    const targets = [context.getHandler(), context.getClass()];
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES, targets);
    if (!roles || roles.includes(role)) return;
    await this.audit.recordAtMost(this.dataSource.manager, ONCE_AN_HOUR, {
      act: 'access.refused',
      by: { id, address: where.address },
      details: { asked: where.asked },
    });
    throw new Problem('forbidden');
  }
}
