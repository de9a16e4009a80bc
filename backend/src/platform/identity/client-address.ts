import { isIP } from 'node:net';
import type { Request } from 'express';

/** Under which name the application keeps how many proxies of ours stand before it. */
export const PROXIES = 'cartable proxies';

/**
 * Where a request comes from. Each proxy of ours has added the address that it saw at the right of `X-Forwarded-For`; what stands
 * further left was written by who knows whom. Undefined when there is no address.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  proxies: number,
): string | undefined {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  const told = proxies > 0 ? hops.at(-Math.min(proxies, hops.length)) : undefined;
  return [told, socketAddress].map(plain).find((address) => isIP(address) > 0);
}

export const addressOf = (request: Request): string | undefined =>
  clientAddress(
    request.socket.remoteAddress,
    request.header('x-forwarded-for'),
    request.app.get(PROXIES) as number,
  );

/** Without the interface of a link-local address, and an IPv4 address as what it is. */
const plain = (address = '') => address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
