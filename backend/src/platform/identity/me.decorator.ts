import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import { Problem } from '../problems/problem';
import type { SignedInRequest } from './jwt.guard';
import type { Principal } from './principal';

/** The person who makes the request. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!principal) throw new Problem('not-signed-in');
  return principal;
});
