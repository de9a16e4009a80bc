import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { Actor } from '../audit/audit.service';
import { addressOf } from './client-address';
import type { SignedInRequest } from './jwt.guard';

/** Who makes the request, as the audit names them; a stranger has an address only. */
export const ActorOf = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const request = context.switchToHttp().getRequest<SignedInRequest>();
  return { id: request.principal?.id, address: addressOf(request) };
});
