import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtGuard } from './jwt.guard';
import { RoleCheck } from './role-check';

/** Who may call what, over HTTP and over the socket. Global because every handler is guarded. */
@Global()
@Module({
  providers: [RoleCheck, { provide: APP_GUARD, useClass: JwtGuard }],
  exports: [RoleCheck],
})
export class IdentityModule {}
