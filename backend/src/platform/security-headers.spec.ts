import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { securityHeaders } from './security-headers';

describe('the headers of the page', () => {
  const server = express()
    .use(securityHeaders)
    .use((_request, response) => void response.end())
    .listen(0, '127.0.0.1');

  beforeAll(() => once(server, 'listening'));
  afterAll(() => server.close());

  it('let nothing but its own script run, and nobody frame it', async () => {
    const { port } = server.address() as AddressInfo;
    const { headers } = await fetch(`http://127.0.0.1:${port}/collections`);
    const policy = (headers.get('content-security-policy') ?? '').split(';').sort();
    expect(policy).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'self'",
      "font-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' data: blob:",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      'trusted-types angular angular#bundler dompurify',
      "worker-src 'self'",
    ]);
    expect(headers.get('x-frame-options')).toMatch(/DENY|SAMEORIGIN/);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });
});
