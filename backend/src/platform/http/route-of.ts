import type { Request } from 'express';

/** The route's pattern, never the address itself: addresses hold share codes. */
export function routeOf(request: Request): string {
  const route = request.route as { path?: unknown } | undefined;
  return typeof route?.path === 'string' ? route.path : '(none)';
}
