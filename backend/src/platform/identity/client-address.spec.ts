import { clientAddress } from './client-address';

describe('the address of a client', () => {
  it('is the socket’s as long as no proxy is trusted, whatever the header says', () => {
    expect(clientAddress('203.0.113.7', '198.51.100.1', 0)).toBe('203.0.113.7');
  });

  it('is what our own proxies saw, not what the client wrote before it', () => {
    expect(clientAddress('10.0.0.1', '6.6.6.6, 203.0.113.7', 1)).toBe('203.0.113.7');
    expect(clientAddress('10.0.0.1', '6.6.6.6, 203.0.113.7, 10.0.0.2', 2)).toBe('203.0.113.7');
  });

  it('is the socket’s when the header is absent or no address', () => {
    expect(clientAddress('203.0.113.7', undefined, 1)).toBe('203.0.113.7');
    expect(clientAddress('203.0.113.7', 'unknown', 1)).toBe('203.0.113.7');
    expect(clientAddress(undefined, undefined, 1)).toBeUndefined();
  });

  it('is written as Postgres reads it', () => {
    expect(clientAddress('::ffff:203.0.113.7', undefined, 0)).toBe('203.0.113.7');
    expect(clientAddress('fe80::1%eth0', undefined, 0)).toBe('fe80::1');
  });
});
